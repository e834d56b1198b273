package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Addresses that carry their signature. */
final class PresignTest extends S3Test {
    private static final Duration HOUR = Duration.ofHours(1);

    private S3Presigner presigner;

    @BeforeEach
    void make() {
        makeBucket();
        presigner = emulator.clients().presigner("app");
    }

    @AfterEach
    void close() {
        presigner.close();
    }

    private URI address(String key) {
        PresignedGetObjectRequest signed = presigner.presignGetObject(r ->
                r.signatureDuration(HOUR).getObjectRequest(g -> g.bucket(BUCKET).key(key)));
        return URI.create(signed.url().toString());
    }

    private HttpResponse<String> get(URI address) {
        return wire.send(HttpRequest.newBuilder(address));
    }

    @Test
    void giveAnObject() {
        put("a b/ä", "hello");

        HttpResponse<String> answer = get(address("a b/ä"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
    }

    @Test
    void takeAnObject() {
        PresignedPutObjectRequest signed = presigner.presignPutObject(r -> r.signatureDuration(HOUR)
                .putObjectRequest(p -> p.bucket(BUCKET).key("a").contentType("text/csv")));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(signed.url().toString()));
        signed.signedHeaders().forEach((name, values) -> {
            if (!name.equals("host")) {
                values.forEach(value -> request.header(name, value));
            }
        });

        HttpResponse<String> answer = wire.send(request.PUT(BodyPublishers.ofString("hello")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(text("a")).isEqualTo("hello");
        assertThat(super.get("a").response().contentType()).isEqualTo("text/csv");
    }

    @Test
    void takeADelete() {
        put("a", "1");
        URI address = URI.create(presigner
                .presignDeleteObject(r -> r.signatureDuration(HOUR)
                        .deleteObjectRequest(d -> d.bucket(BUCKET).key("a")))
                .url()
                .toString());

        assertThat(wire.send(HttpRequest.newBuilder(address).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(keys()).isEmpty();
    }

    @Test
    void expireOnTheEmulatorsClock() {
        put("a", "1");
        URI address = address("a");

        emulator.advance(HOUR.minusMinutes(1));
        assertThat(get(address).statusCode()).isEqualTo(200);
        emulator.advance(Duration.ofMinutes(2));
        HttpResponse<String> late = get(address);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body())
                .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>")
                .contains("<X-Amz-Expires>3600</X-Amz-Expires>", "<Expires>", "<ServerTime>");
    }

    @Test
    void holdForAWeekAtMost() {
        put("a", "1");
        String base =
                "/" + BUCKET + "/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=app%2F20261121%2Fus-east-1%2F"
                        + "s3%2Faws4_request&X-Amz-SignedHeaders=host&X-Amz-Signature=0&X-Amz-Date=20261121T120000Z&X-Amz-Expires=";

        assertThat(wire.get(base + "604801").body())
                .contains("<Code>AuthorizationQueryParametersError</Code>", "must be less than a week");
        assertThat(wire.get(base + "-1").body()).contains("X-Amz-Expires must be non-negative");
        assertThat(wire.get(base + "soon").body()).contains("X-Amz-Expires should be a number");
    }

    @Test
    void mayBeOfTheOldKind() {
        put("a", "1");
        long soon = emulator.now().getEpochSecond() + 60;
        String base = "/" + BUCKET + "/a?AWSAccessKeyId=app&Signature=abc&Expires=";

        assertThat(wire.get(base + soon).body()).isEqualTo("1");
        assertThat(wire.get(base + (soon - 120)).body()).contains("Request has expired");
    }

    @Test
    void sayWhoCalls() {
        put("a", "1");
        get(address("a"));

        assertThat(new io.vaportrail.conformance.trail.Trail(emulator)
                        .record("eventName=GetObject")
                        .at("/userIdentity/arn")
                        .asText())
                .isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/app");
    }

    @Test
    void mayNameOtherHeaders() {
        put("a", "1");
        URI address = URI.create(presigner
                .presignGetObject(r -> r.signatureDuration(HOUR)
                        .getObjectRequest(g ->
                                g.bucket(BUCKET).key("a").responseContentDisposition("attachment; filename=\"b.txt\"")))
                .url()
                .toString());

        assertThat(get(address).headers().firstValue("Content-Disposition")).contains("attachment; filename=\"b.txt\"");
        HttpResponse<String> anonymous = wire.send(new Wire(emulator.endpoint())
                .request("/" + BUCKET + "/a?response-content-type=text/html")
                .GET());
        assertThat(anonymous.statusCode()).isEqualTo(403);
    }
}
