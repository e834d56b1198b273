package io.vaportrail.core.transport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes off what clients put around a body: aws-chunked framing, and gzip. Of a PUT, gzip stays: there it describes the object
 * that S3 is to keep, not the way it travels.
 */
final class BodyDecoding {
    private static final String AWS_CHUNKED = "aws-chunked";
    private static final String CHECKSUM_PREFIX = "x-amz-checksum-";
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";
    /** Framing of the smallest chunks that S3 takes (8 KiB) with their signatures stays well below a thirty-second. */
    private static final int FRAMING_SHARE = 32;

    private static final int FRAMING_LEAST = 4096;

    private BodyDecoding() {}

    /** How many bytes to take off the wire for a body that is to be no longer than the limit. */
    static long rawLimit(HttpRequest head, int limit) {
        return awsChunked(head.headers()) ? (long) limit + limit / FRAMING_SHARE + FRAMING_LEAST : limit;
    }

    /** The body that the client meant; trailers are added to the headers. */
    static byte[] decode(HttpRequest head, byte[] raw, int limit) throws BodyException {
        byte[] body = raw;
        if (awsChunked(head.headers())) {
            body = dechunk(head.headers(), raw, limit);
        }
        String coding = head.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        if (coding != null
                && body.length > 0
                && !head.method().equals(HttpMethod.PUT)
                && lastCoding(coding).equals("gzip")) {
            body = GzipBody.decompress(body, limit);
        }
        return body;
    }

    private static byte[] dechunk(HttpHeaders headers, byte[] raw, int limit) throws BodyException {
        String announced = headers.get("x-amz-trailer");
        byte[] body = AwsChunkedBody.decode(raw, limit, (name, value) -> addTrailer(headers, announced, name, value));
        String length = headers.get(DECODED_LENGTH);
        if (length != null && !length.equals(Integer.toString(body.length))) {
            throw BodyException.unreadable(DECODED_LENGTH + ": " + length + " (expected: " + body.length + ")");
        }
        return body;
    }

    /** Only checksums that the head announced: a trailer must not forge a header that routing or signing relies on. */
    private static void addTrailer(HttpHeaders headers, @Nullable String announced, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (announced != null
                && lower.startsWith(CHECKSUM_PREFIX)
                && announced.toLowerCase(Locale.ROOT).contains(lower)) {
            headers.set(lower, value);
        }
    }

    private static boolean awsChunked(HttpHeaders headers) {
        String hash = headers.get("x-amz-content-sha256");
        if (hash != null && hash.startsWith("STREAMING-") && hash.contains("-PAYLOAD")) {
            return true;
        }
        String coding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        return coding != null
                && coding.toLowerCase(Locale.ROOT).contains(AWS_CHUNKED)
                && headers.contains(DECODED_LENGTH);
    }

    /** The coding applied last, aws-chunked left out. */
    private static String lastCoding(String codings) {
        String last = "";
        for (String coding : codings.split(",", -1)) {
            String name = coding.trim().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals(AWS_CHUNKED)) {
                last = name;
            }
        }
        return last;
    }
}
