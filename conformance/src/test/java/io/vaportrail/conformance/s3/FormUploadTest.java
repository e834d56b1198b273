package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Forms that bring a file to a bucket, signed by a policy that says what they may bring. */
final class FormUploadTest extends S3Test {
    private static final String BOUNDARY = "----form";

    @BeforeEach
    void make() {
        makeBucket();
    }

    /** The fields with a policy of an hour that allows each of them as it is, and the conditions. */
    private Map<String, String> signed(Map<String, String> fields, Object... conditions) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        all.put("x-amz-credential", "app/20261121/us-east-1/s3/aws4_request");
        all.put("x-amz-date", "20261121T000000Z");
        List<Object> allowed = new ArrayList<>(List.of(conditions));
        allowed.add(Map.of("bucket", BUCKET));
        all.forEach((name, value) -> {
            if (!name.equals("key")) {
                allowed.add(Map.of(name, value));
            }
        });
        String policy = Json.write(
                Map.of("expiration", emulator.now().plus(Duration.ofHours(1)).toString(), "conditions", allowed));
        all.put("policy", Base64.getEncoder().encodeToString(utf8(policy)));
        all.put("x-amz-signature", "0".repeat(64));
        return all;
    }

    private static List<String> keysUnder(String prefix) {
        return List.of("starts-with", "$key", prefix);
    }

    private HttpResponse<String> post(Map<String, String> fields, String fileName, String text) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"submit\"\r\n\r\nUpload\r\n--" + BOUNDARY + "--\r\n");
        return send(body.toString());
    }

    private HttpResponse<String> send(String body) {
        return wire.send(wire.request("/" + BUCKET)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    private static void assertError(HttpResponse<String> answer, int status, String code, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("<Code>" + code + "</Code><Message>" + message + "</Message>");
    }

    @Test
    void storeTheFileWithWhatTheFieldsSay() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", "in/${filename}");
        fields.put("Content-Type", "text/csv");
        fields.put("x-amz-meta-shop", "north");

        HttpResponse<String> answer = post(signed(fields, keysUnder("in/")), "C:\\lists\\a b.csv", "1,2\r\n3,4");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag"))
                .contains(get("in/a b.csv").response().eTag());
        assertThat(answer.headers().firstValue("Location"))
                .contains(emulator.endpoint() + "/" + BUCKET + "/in/a%20b.csv");
        ResponseBytes<GetObjectResponse> stored = get("in/a b.csv");
        assertThat(stored.asUtf8String()).isEqualTo("1,2\r\n3,4");
        assertThat(stored.response().contentType()).isEqualTo("text/csv");
        assertThat(stored.response().metadata()).isEqualTo(Map.of("shop", "north"));
    }

    @Test
    void areAnsweredAsTheyAsk() {
        HttpResponse<String> document =
                post(signed(Map.of("key", "a&b", "success_action_status", "201"), keysUnder("a")), "x", "hello");
        assertThat(document.statusCode()).isEqualTo(201);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(document.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>" + emulator.endpoint()
                        + "/orders/a%26b</Location><Bucket>orders</Bucket><Key>a&amp;b</Key>"
                        + "<ETag>&quot;5d41402abc4b2a76b9719d911017c592&quot;</ETag></PostResponse>");

        HttpResponse<String> empty =
                post(signed(Map.of("key", "a", "success_action_status", "200"), keysUnder("")), "x", "hello");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();

        HttpResponse<String> page = post(
                signed(Map.of("key", "a", "success_action_redirect", "https://shop.example.com/done"), keysUnder("")),
                "x",
                "hello");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location"))
                .contains(
                        "https://shop.example.com/done?bucket=orders&key=a&etag=%225d41402abc4b2a76b9719d911017c592%22");
    }

    @Test
    void bringWhatTheirPolicyAllowsAndNothingElse() {
        assertError(
                post(signed(Map.of("key", "out/a"), keysUnder("in/")), "a", "hello"),
                403,
                "AccessDenied",
                "Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$key\", \"in/\"]");
        Map<String, String> extra = signed(Map.of("key", "a"), keysUnder(""));
        extra.put("acl", "public-read");
        assertError(
                post(extra, "a", "hello"), 403, "AccessDenied", "Invalid according to Policy: Extra input fields: acl");
        assertError(
                post(signed(Map.of("key", "a"), keysUnder(""), List.of("content-length-range", 1, 4)), "a", "hello"),
                400,
                "EntityTooLarge",
                "Your proposed upload exceeds the maximum allowed size");
        assertError(
                post(signed(Map.of("key", "a"), keysUnder(""), List.of("content-length-range", 6, 9)), "a", "hello"),
                400,
                "EntityTooSmall",
                "Your proposed upload is smaller than the minimum allowed size");
        Map<String, String> late = signed(Map.of("key", "a"), keysUnder(""));
        emulator.advance(Duration.ofHours(1));
        assertError(post(late, "a", "hello"), 403, "AccessDenied", "Invalid according to Policy: Policy expired.");
        late.put("policy", "bm9uZQ==");
        assertError(post(late, "a", "hello"), 400, "InvalidPolicyDocument", "Invalid Policy: Invalid JSON.");
        late.remove("policy");
        assertThat(post(late, "a", "hello").body())
                .contains("Bucket POST must contain a field named 'policy'.", "<ArgumentName>policy</ArgumentName>");
        assertThat(keys()).isEmpty();
    }

    @Test
    void needAKeyAFileAndLittleElse() {
        assertThat(post(Map.of("acl", "private"), "a", "hello").body())
                .contains("<Code>InvalidArgument</Code><Message>Bucket POST must contain a field named 'key'.  If it is"
                        + " specified, please check the order of the fields.</Message>");
        assertError(
                send("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--" + BOUNDARY
                        + "--\r\n"),
                400,
                "InvalidArgument",
                "POST requires exactly one file upload per request.");
        assertThat(post(Map.of("key", "a", "x-ignore-this", "x".repeat(20 * 1024)), "a", "hello")
                        .body())
                .contains("<Code>MaxPostPreDataLengthExceeded</Code>");
        assertThat(send("key=a").body()).contains("<Code>MalformedPOSTRequest</Code>");
        assertThat(keys()).isEmpty();
    }

    @Test
    void areAnybodysWithoutASignature() {
        assertThat(post(Map.of("key", "a"), "a", "hello").statusCode()).isEqualTo(403);

        allowPublicAccess();
        s3.putBucketPolicy(
                r -> r.bucket(BUCKET)
                        .policy(
                                policy(
                                        "{'Effect':'Allow','Principal':'*','Action':'s3:PutObject','Resource':'arn:aws:s3:::orders/*'}")));

        assertThat(post(Map.of("key", "a"), "a", "hello").statusCode()).isEqualTo(204);
        assertThat(text("a")).isEqualTo("hello");
    }
}
