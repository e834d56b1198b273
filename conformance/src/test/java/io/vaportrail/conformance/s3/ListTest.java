package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Listings of objects. */
final class ListTest extends S3Test {
    @BeforeEach
    void make() {
        makeBucket();
    }

    private void putAll(String... keys) {
        for (String key : keys) {
            put(key, key);
        }
    }

    private ListObjectsV2Response list(Consumer<ListObjectsV2Request.Builder> how) {
        return s3.listObjectsV2(r -> how.accept(r.bucket(BUCKET)));
    }

    private static List<String> keys(List<S3Object> objects) {
        return objects.stream().map(S3Object::key).toList();
    }

    private static List<String> prefixes(List<CommonPrefix> prefixes) {
        return prefixes.stream().map(CommonPrefix::prefix).toList();
    }

    @Test
    void isInTheOrderOfUtf8() {
        putAll("b", "a", "B", "ä", "a/b", "a-b", "\uFFFD", "🚀", "_");

        assertThat(keys()).containsExactly("B", "_", "a", "a-b", "a/b", "b", "ä", "\uFFFD", "🚀");
    }

    @Test
    void saysWhatThereIs() {
        String eTag = put("a", "hello").eTag();

        S3Object object = list(r -> r.fetchOwner(true)).contents().get(0);
        assertThat(object.size()).isEqualTo(5);
        assertThat(object.eTag()).isEqualTo(eTag);
        assertThat(object.storageClassAsString()).isEqualTo("STANDARD");
        assertThat(object.owner().id()).matches("[0-9a-f]{64}");
        assertThat(object.checksumAlgorithmAsStrings()).containsExactly("CRC32");
        assertThat(list(r -> {}).contents().get(0).owner()).isNull();
    }

    @Test
    void groupsByDelimiter() {
        putAll("photos/2026/a", "photos/2026/b", "photos/x", "readme", "zoo/a");

        ListObjectsV2Response root = list(r -> r.delimiter("/"));
        assertThat(keys(root.contents())).containsExactly("readme");
        assertThat(prefixes(root.commonPrefixes())).containsExactly("photos/", "zoo/");
        assertThat(root.keyCount()).isEqualTo(3);
        assertThat(root.delimiter()).isEqualTo("/");
        ListObjectsV2Response photos = list(r -> r.delimiter("/").prefix("photos/"));
        assertThat(keys(photos.contents())).containsExactly("photos/x");
        assertThat(prefixes(photos.commonPrefixes())).containsExactly("photos/2026/");
        ListObjectsV2Response odd = list(r -> r.delimiter("20").prefix("photos"));
        assertThat(prefixes(odd.commonPrefixes())).containsExactly("photos/20");
        assertThat(keys(odd.contents())).containsExactly("photos/x");
        assertThat(keys(list(r -> r.prefix("none")).contents())).isEmpty();
    }

    @Test
    void goesOnByToken() {
        putAll("a", "b", "c", "d/1", "d/2", "e");

        List<String> found = new ArrayList<>();
        String token = null;
        int pages = 0;
        do {
            String next = token;
            ListObjectsV2Response page = list(r -> r.maxKeys(2).delimiter("/").continuationToken(next));
            assertThat(page.continuationToken()).isEqualTo(next);
            assertThat(page.maxKeys()).isEqualTo(2);
            found.addAll(keys(page.contents()));
            found.addAll(prefixes(page.commonPrefixes()));
            token = page.nextContinuationToken();
            assertThat(page.isTruncated()).isEqualTo(token != null);
            pages++;
        } while (token != null);

        assertThat(found).containsExactly("a", "b", "c", "d/", "e");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void startsAfterAKey() {
        putAll("a", "b", "c");

        assertThat(keys(list(r -> r.startAfter("a")).contents())).containsExactly("b", "c");
        assertThat(keys(list(r -> r.startAfter("aa")).contents())).containsExactly("b", "c");
        assertThat(list(r -> r.startAfter("z")).contents()).isEmpty();
    }

    @Test
    void hasAtMost1000Keys() {
        for (int i = 0; i < 1001; i++) {
            put(String.format("k%04d", i), "");
        }

        ListObjectsV2Response page = list(r -> r.maxKeys(5000));
        assertThat(page.contents()).hasSize(1000);
        assertThat(page.maxKeys()).isEqualTo(1000);
        assertThat(page.isTruncated()).isTrue();
        assertThat(s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream()
                        .count())
                .isEqualTo(1001);
    }

    @Test
    void mayBeEmpty() {
        putAll("a");

        ListObjectsV2Response none = list(r -> r.maxKeys(0));
        assertThat(none.contents()).isEmpty();
        assertThat(none.isTruncated()).isFalse();
        assertThat(none.keyCount()).isZero();
        assertRefused("InvalidArgument", 400, () -> list(r -> r.maxKeys(-1)));
        assertRefused(
                "InvalidArgument",
                400,
                "The continuation token provided is incorrect",
                () -> list(r -> r.continuationToken("none")));
        assertRefused(
                "InvalidArgument",
                400,
                "Invalid Encoding Method specified in Request",
                () -> list(r -> r.encodingType("base64")));
        assertThat(send("GET", "/" + BUCKET + "?list-type=2&max-keys=many", "").body())
                .contains(
                        "<Code>InvalidArgument</Code><Message>Provided max-keys not an integer or within integer range</Message>"
                                + "<ArgumentName>max-keys</ArgumentName><ArgumentValue>many</ArgumentValue>");
    }

    @Test
    void goesOnByMarker() {
        putAll("a", "b", "c", "d/1", "d/2", "e");

        ListObjectsResponse first = s3.listObjects(r -> r.bucket(BUCKET).maxKeys(4));
        assertThat(keys(first.contents())).containsExactly("a", "b", "c", "d/1");
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.nextMarker()).isNull();
        assertThat(keys(s3.listObjects(r -> r.bucket(BUCKET).marker("d/1")).contents()))
                .containsExactly("d/2", "e");
        ListObjectsResponse grouped =
                s3.listObjects(r -> r.bucket(BUCKET).delimiter("/").maxKeys(4));
        assertThat(grouped.nextMarker()).isEqualTo("d/");
        assertThat(keys(s3.listObjects(r -> r.bucket(BUCKET).delimiter("/").marker("d/"))
                        .contents()))
                .containsExactly("e");
        assertThat(first.contents().get(0).owner().id()).matches("[0-9a-f]{64}");
    }

    @Test
    void mayEncodeKeys() {
        putAll("ä b+c/d\u0001&");

        HttpResponse<String> answer =
                send("GET", "/" + BUCKET + "?list-type=2&encoding-type=url&delimiter=%26&prefix=%C3%A4%20", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<EncodingType>url</EncodingType>")
                .contains("<Prefix>%C3%A4+</Prefix>")
                .contains("<Delimiter>%26</Delimiter>")
                .contains("<CommonPrefixes><Prefix>%C3%A4+b%2Bc/d%01%26</Prefix></CommonPrefixes>");
    }

    @Test
    void isXmlAsS3WritesIt() {
        put("a", "hello");

        HttpResponse<String> answer = send("GET", "/" + BUCKET + "?list-type=2", "");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(answer.headers().firstValue("x-amz-request-id").orElse("")).matches("[0-9A-Z]{16}");
        assertThat(answer.headers().firstValue("x-amz-id-2")).isPresent();
        assertThat(answer.headers().firstValue("Server")).contains("AmazonS3");
        assertThat(answer.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
                .contains("<Name>orders</Name><Prefix/>")
                .contains("<KeyCount>1</KeyCount>", "<MaxKeys>1000</MaxKeys>", "<IsTruncated>false</IsTruncated>")
                .contains("<ETag>\"5d41402abc4b2a76b9719d911017c592\"</ETag>")
                .containsPattern("<LastModified>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z</LastModified>");
    }
}
