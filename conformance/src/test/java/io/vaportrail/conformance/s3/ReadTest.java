package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Parts of objects, and conditional reads. */
final class ReadTest extends S3Test {
    private static final String TEXT = "0123456789";

    private String eTag = "";
    private Instant modified = Instant.EPOCH;

    @BeforeEach
    void make() {
        makeBucket();
        eTag = put("a", TEXT).eTag();
        modified = get("a").response().lastModified();
    }

    private ResponseBytes<GetObjectResponse> read(Consumer<GetObjectRequest.Builder> how) {
        return s3.getObjectAsBytes(r -> how.accept(r.bucket(BUCKET).key("a")));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0123, bytes 0-3/10",
        "bytes=4-, 456789, bytes 4-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10",
        "bytes=8-99, 89, bytes 8-9/10",
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=9-9, 9, bytes 9-9/10"
    })
    void givesARange(String range, String expected, String contentRange) {
        ResponseBytes<GetObjectResponse> got = read(r -> r.range(range));

        assertThat(got.asUtf8String()).isEqualTo(expected);
        assertThat(got.response().contentRange()).isEqualTo(contentRange);
        assertThat(got.response().contentLength()).isEqualTo(expected.length());
        assertThat(got.response().sdkHttpResponse().statusCode()).isEqualTo(206);
        HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key("a").range(range));
        assertThat(head.contentLength()).isEqualTo(expected.length());
        assertThat(head.sdkHttpResponse().statusCode()).isEqualTo(206);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=3-1", "bytes=a-b", "0-3", "items=0-3", "bytes=0-1,3-4", "bytes=-"})
    void ignoresWhatIsNoSingleRange(String range) {
        ResponseBytes<GetObjectResponse> got = read(r -> r.range(range));

        assertThat(got.asUtf8String()).isEqualTo(TEXT);
        assertThat(got.response().contentRange()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void refusesARangeOutside(String range) {
        assertRefused("InvalidRange", 416, "The requested range is not satisfiable", () -> read(r -> r.range(range)));
        assertStatus(416, () -> s3.headObject(r -> r.bucket(BUCKET).key("a").range(range)));
    }

    @Test
    void nothingHasNoRange() {
        put("empty", "");
        assertRefused(
                "InvalidRange",
                416,
                () -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("empty").range("bytes=0-0")));
    }

    @Test
    void readsOnlyWhatFits() {
        assertThatCode(() -> read(r -> r.ifMatch(eTag))).doesNotThrowAnyException();
        assertThatCode(() -> read(r -> r.ifMatch("*"))).doesNotThrowAnyException();
        assertThatCode(() -> read(r -> r.ifMatch("\"x\", " + eTag))).doesNotThrowAnyException();
        assertRefused(
                "PreconditionFailed",
                412,
                "At least one of the pre-conditions you specified did not hold",
                () -> read(r -> r.ifMatch("\"x\"")));
        assertStatus(412, () -> s3.headObject(r -> r.bucket(BUCKET).key("a").ifMatch("\"x\"")));
    }

    @Test
    void readsOnlyWhatIsNew() {
        assertThatCode(() -> read(r -> r.ifNoneMatch("\"x\""))).doesNotThrowAnyException();
        assertStatus(304, () -> read(r -> r.ifNoneMatch(eTag)));
        assertStatus(304, () -> read(r -> r.ifNoneMatch("*")));
        assertStatus(304, () -> s3.headObject(r -> r.bucket(BUCKET).key("a").ifNoneMatch(eTag)));
    }

    @Test
    void readsByTime() {
        assertThatCode(() -> read(r -> r.ifModifiedSince(modified.minusSeconds(1))))
                .doesNotThrowAnyException();
        assertThatCode(() -> read(r -> r.ifUnmodifiedSince(modified))).doesNotThrowAnyException();
        assertStatus(304, () -> read(r -> r.ifModifiedSince(modified)));
        assertStatus(412, () -> read(r -> r.ifUnmodifiedSince(modified.minusSeconds(1))));
    }

    @Test
    void aTagGoesBeforeATime() {
        assertThatCode(() -> read(r -> r.ifMatch(eTag).ifUnmodifiedSince(modified.minusSeconds(1))))
                .doesNotThrowAnyException();
        assertStatus(304, () -> read(r -> r.ifNoneMatch(eTag).ifModifiedSince(modified.minusSeconds(1))));
    }

    @Test
    void whatIsUnchangedHasHeadersAndNoBody() {
        HttpRequest.Builder request = wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .header("If-None-Match", eTag)
                .GET();

        HttpResponse<String> answer = wire.send(request);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains(eTag);
        assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void aRefusedRangeSaysWhy() {
        HttpResponse<String> answer = wire.send(wire.request("/" + BUCKET + "/a")
                .header("Authorization", Wire.authorization("app", "us-east-1", "s3"))
                .header("Range", "bytes=20-")
                .GET());

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.body())
                .contains("<RangeRequested>bytes=20-</RangeRequested><ActualObjectSize>10</ActualObjectSize>");
    }
}
