package io.vaportrail.s3.checksum;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.Call;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.schema.Struct;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the bytes that came are the bytes that were sent: by Content-MD5, by the hash that was signed, by a checksum.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object integrity</a>
 */
public final class BodyIntegrity {
    private static final String SIGNED_HASH = "x-amz-content-sha256";
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";
    private static final int MD5_LENGTH = 16;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private static final String STREAMING = "STREAMING-";
    private static final List<String> UNHASHED = List.of(
            "UNSIGNED-PAYLOAD",
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
            "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER");

    private BodyIntegrity() {}

    /**
     * Refuses a request whose headers announce a body of a kind that there is none, chunks without their length, or a checksum behind
     * them that did not come.
     */
    public static void checkAnnouncements(HttpRequest request) {
        String hash = request.header(SIGNED_HASH);
        if (hash != null && !UNHASHED.contains(hash) && !SHA256.matcher(hash).matches()) {
            throw S3Errors.invalidArgument(
                    SIGNED_HASH + " must be " + String.join(", ", UNHASHED) + " or a valid sha256 value.",
                    SIGNED_HASH,
                    hash);
        }
        if (hash != null && hash.startsWith(STREAMING) && request.header(DECODED_LENGTH) == null) {
            throw S3Errors.missingContentLength();
        }
        String trailers = request.header("x-amz-trailer");
        for (String name : trailers == null ? List.<String>of() : List.of(trailers.split(",", -1))) {
            String trailer = name.strip().toLowerCase(Locale.ROOT);
            if (!trailer.startsWith("x-amz-checksum-")) {
                throw S3Errors.invalidRequest("The value specified in the x-amz-trailer header is not supported");
            }
            if (request.header(trailer) == null) {
                throw S3Errors.malformedTrailer();
            }
        }
    }

    /**
     * Refuses bytes that are not what the request says.
     *
     * @param md5 MD5 of the bytes, which every caller needs for the ETag
     */
    public static void check(Struct input, Call call, byte[] bytes, byte[] md5) {
        checkLength(call);
        checkMd5(Members.text(input, "ContentMD5"), md5);
        HttpRequest request = call.origin().request();
        if (request != null) {
            checkSignedHash(request, bytes);
        }
    }

    /** Refuses a document (not an object's bytes) that is not what the headers say. */
    public static void checkDocument(HttpRequest request) {
        byte[] bytes = request.body();
        String md5 = request.header("Content-MD5");
        if (md5 != null) {
            checkMd5(md5, Digests.md5(bytes));
        }
        checkSignedHash(request, bytes);
        for (Algorithm algorithm : Algorithm.values()) {
            String stated = request.header(algorithm.header());
            // Of a multipart upload's completion these headers speak of the object.
            if (stated != null && !isCompletion(request)) {
                checkValue(algorithm, stated, algorithm.of(bytes));
            }
        }
    }

    private static boolean isCompletion(HttpRequest request) {
        String query = request.query();
        return query != null && query.contains("uploadId=");
    }

    /** S3 wants to know how long a body is before it comes. */
    private static void checkLength(Call call) {
        HttpRequest request = call.origin().request();
        if (request == null || request.header("Content-Length") != null) {
            return;
        }
        boolean chunkedByAws = request.header(DECODED_LENGTH) != null;
        if (request.header("Transfer-Encoding") == null) {
            throw S3Errors.missingContentLength();
        } else if (!chunkedByAws) {
            throw S3Errors.chunkedTransfer();
        }
    }

    private static void checkMd5(@Nullable String stated, byte[] md5) {
        if (stated == null) {
            return;
        }
        byte[] decoded = Algorithm.decode(stated);
        if (decoded == null || decoded.length != MD5_LENGTH) {
            throw S3Errors.invalidDigest(stated);
        }
        String calculated = Base64.getEncoder().encodeToString(md5);
        if (!calculated.equals(stated)) {
            throw S3Errors.badDigest(HexFormat.of().formatHex(decoded), calculated);
        }
    }

    private static void checkSignedHash(HttpRequest request, byte[] bytes) {
        String stated = request.header(SIGNED_HASH);
        if (stated == null || !SHA256.matcher(stated).matches()) {
            return;
        }
        String computed = HexFormat.of().formatHex(Digests.of("SHA-256").digest(bytes));
        if (!computed.equals(stated.toLowerCase(Locale.ROOT))) {
            throw S3Errors.contentSha256Mismatch(stated, computed);
        }
    }

    /**
     * The checksum that the request states or asks for, checked; {@code null} when it does neither.
     *
     * @param wanted the algorithm to use where the request states no value, or {@code null}
     */
    public static @Nullable Checksum checksum(Struct input, byte[] bytes, @Nullable Algorithm wanted) {
        Algorithm stated = Algorithm.stated(input);
        Algorithm algorithm = stated == null ? wanted : stated;
        if (algorithm == null) {
            return null;
        }
        String computed = algorithm.of(bytes);
        if (stated != null) {
            checkValue(stated, String.valueOf(Members.text(input, stated.member())), computed);
        }
        return new Checksum(algorithm.name(), computed, false);
    }

    private static void checkValue(Algorithm algorithm, String stated, String computed) {
        if (!algorithm.isValue(stated)) {
            throw S3Errors.invalidChecksum(algorithm.header());
        }
        if (!stated.equals(computed)) {
            throw S3Errors.badChecksum(algorithm.name());
        }
    }

    /** The algorithm that an SDK announced for a checksum, or the one that S3 takes by itself. */
    public static Algorithm announcedOrDefault(@Nullable String announced) {
        return announced == null ? Algorithm.CRC64NVME : Algorithm.named(announced);
    }
}
