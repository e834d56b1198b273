package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * What browsers do for pages: they ask with OPTIONS, then send. The rules of the bucket decide, as those of the server do everywhere else.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html">Elements of a CORS configuration</a>
 */
final class CrossOriginTest extends S3Test {
    private static final String PAGE = "https://shop.example.com";

    /** An answer as a browser gets it. */
    private record Answer(int status, Map<String, String> headers, String body) {}

    @BeforeEach
    void allow() {
        makeBucket();
        s3.putBucketCors(r -> r.bucket(BUCKET)
                .corsConfiguration(c -> c.corsRules(
                        CORSRule.builder()
                                .allowedMethods("PUT", "POST")
                                .allowedOrigins("https://*.example.com")
                                .allowedHeaders("content-type", "X-Amz-*")
                                .exposeHeaders("ETag", "x-amz-request-id")
                                .maxAgeSeconds(600)
                                .build(),
                        CORSRule.builder()
                                .allowedMethods("GET", "HEAD")
                                .allowedOrigins("*")
                                .build())));
    }

    @Test
    void aPageUploadsToAPresignedAddressAndReadsTheETag() {
        String address = presigned("photo.jpg");

        Answer asked = browse("OPTIONS", address, PAGE, """
                Access-Control-Request-Method: PUT
                Access-Control-Request-Headers: Content-Type, x-amz-meta-camera
                """);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).isEmpty();
        assertThat(asked.headers())
                .containsKeys("x-amz-request-id", "x-amz-id-2")
                .containsEntry("access-control-allow-origin", PAGE)
                .containsEntry("access-control-allow-methods", "PUT, POST")
                .containsEntry("access-control-allow-headers", "content-type, x-amz-meta-camera")
                .containsEntry("access-control-expose-headers", "ETag, x-amz-request-id")
                .containsEntry("access-control-max-age", "600")
                .containsEntry("access-control-allow-credentials", "true")
                .containsEntry("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");

        Answer put = browse("PUT", address, PAGE, "Content-Type: image/jpeg\n");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.headers()).containsKey("etag").containsEntry("access-control-allow-origin", PAGE);
        assertThat(get("photo.jpg").response().contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void theSecondRuleHoldsWhereTheFirstDoesNotAndErrorsAreShownToThePageToo() {
        Answer missing = browse("GET", "/" + BUCKET + "/missing.txt", "http://localhost:3000", "");

        assertThat(missing.status()).isEqualTo(403);
        assertThat(missing.body()).contains("<Code>AccessDenied</Code>");
        assertThat(missing.headers())
                .containsEntry("access-control-allow-origin", "*")
                .containsEntry("access-control-allow-methods", "GET, HEAD")
                .doesNotContainKeys("access-control-allow-credentials", "access-control-max-age");
    }

    @Test
    void whatNoRuleAllowsIsRefused() {
        refusesPreflight(PAGE, "Access-Control-Request-Method: DELETE\n");
        refusesPreflight("https://example.com", "Access-Control-Request-Method: PUT\n");
        refusesPreflight(PAGE, "Access-Control-Request-Method: PUT\nAccess-Control-Request-Headers: authorization\n");

        Answer put = browse("PUT", presigned("photo.jpg"), "https://evil.example", "");
        assertThat(put.status()).isEqualTo(403);
        assertThat(put.body()).startsWith("Sec-Fetch-Site: cross-site (expected: ");
        assertThat(put.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(keys()).isEmpty();
    }

    private void refusesPreflight(String origin, String headers) {
        Answer answer = browse("OPTIONS", "/" + BUCKET + "/photo.jpg", origin, headers);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(answer.body())
                .contains("<Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed.")
                .contains("<ResourceType>OBJECT</ResourceType>");
    }

    @Test
    void aBucketWithoutRulesAndNoBucketTakeNothingOfPages() {
        s3.deleteBucketCors(r -> r.bucket(BUCKET));
        String put = "Access-Control-Request-Method: PUT\n";

        assertThat(browse("OPTIONS", "/" + BUCKET, PAGE, put).body())
                .contains("<Message>CORSResponse: CORS is not enabled for this bucket.</Message>")
                .contains("<ResourceType>BUCKET</ResourceType>");
        assertThat(browse("OPTIONS", "/nothing-here", PAGE, put).body()).contains("CORSResponse: Bucket not found");
        assertThat(browse("OPTIONS", "/" + BUCKET, PAGE, "").body())
                .contains("<Message>Invalid Access-Control-Request-Method: null</Message>");
        assertThat(browse("GET", "/" + BUCKET + "/photo.jpg", PAGE, "").body()).startsWith("Sec-Fetch-Site");
    }

    @Test
    void theRulesOfABucketOpenNothingElse() {
        s3.putBucketCors(r -> r.bucket(BUCKET)
                .corsConfiguration(c -> c.corsRules(CORSRule.builder()
                        .allowedMethods("GET", "PUT", "POST", "DELETE", "HEAD")
                        .allowedOrigins("*")
                        .allowedHeaders("*")
                        .build())));

        for (String path : new String[] {"/", "/?Action=ListQueues", "/_vaportrail/reset", "/_vaportrail/trail"}) {
            for (String method : new String[] {"GET", "POST"}) {
                assertThat(browse(method, path, PAGE, "").status())
                        .as(method + " " + path)
                        .isEqualTo(403);
            }
            assertThat(browse("OPTIONS", path, PAGE, "Access-Control-Request-Method: POST\n")
                            .headers())
                    .as(path)
                    .doesNotContainKey("access-control-allow-origin");
        }
        assertThat(exchange("GET /" + BUCKET + "?list-type=2 HTTP/1.1\r\nHost: rebound.example\r\nOrigin: " + PAGE
                                + "\r\nConnection: close\r\n\r\n")
                        .body())
                .startsWith("Host: rebound.example (expected: ");
    }

    @Test
    void requestsWithoutAnOriginGetNoSuchHeaders() {
        String rest = " /" + BUCKET + "/missing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(exchange("GET" + rest).headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(exchange("OPTIONS" + rest).body())
                .contains("<Message>Insufficient information. Origin request header needed.</Message>");
    }

    private String presigned(String key) {
        try (S3Presigner presigner = emulator.clients().presigner("app")) {
            URI address = URI.create(presigner
                    .presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(r -> r.bucket(BUCKET).key(key)))
                    .url()
                    .toString());
            return address.getRawPath() + "?" + address.getRawQuery();
        }
    }

    /** Sends what a browser would, which Java's HTTP client does not let its users say. */
    private Answer browse(String method, String target, String origin, String headers) {
        return exchange(method + " " + target + " HTTP/1.1\r\nHost: localhost:"
                + emulator.endpoint().getPort() + "\r\nOrigin: " + origin
                + "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\nUser-Agent: Mozilla/5.0\r\n"
                + "Accept-Language: en\r\nContent-Length: 0\r\nConnection: close\r\n"
                + headers.replace("\n", "\r\n") + "\r\n");
    }

    private Answer exchange(String request) {
        try (Socket socket =
                new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int status = Integer.parseInt(in.readLine().split(" ")[1]);
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            StringBuilder body = new StringBuilder();
            in.lines().forEach(line -> body.append(line).append('\n'));
            return new Answer(status, headers, body.toString().strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
