package io.vaportrail.s3.checksum;

import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.schema.Struct;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The checksum algorithms of S3.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Supported checksum
 *     algorithms</a>
 */
public enum Algorithm {
    /** CRC-32. */
    CRC32(4, true),
    /** CRC-32C. */
    CRC32C(4, true),
    /** CRC-64/NVME, which S3 takes where nobody chooses. */
    CRC64NVME(8, true),
    /** SHA-1. */
    SHA1(20, false),
    /** SHA-256. */
    SHA256(32, false),
    /** SHA-512. */
    SHA512(64, false),
    /** MD5, as a checksum; Content-MD5 is another matter. */
    MD5(16, false);

    private final int length;
    private final boolean crc;

    Algorithm(int length, boolean crc) {
        this.length = length;
        this.crc = crc;
    }

    /**
     * The algorithm of S3's name.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none such, or none here
     */
    public static Algorithm named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (Algorithm algorithm : values()) {
            if (algorithm.name().equals(upper)) {
                return algorithm;
            }
        }
        if (upper.startsWith("XXHASH")) {
            throw S3Errors.notImplemented("S3 checksums of the algorithm " + upper);
        }
        throw S3Errors.invalidRequest(
                "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C,"
                        + " CRC64NVME, SHA1, SHA256]");
    }

    /** The algorithm whose value a structure states, or {@code null}. */
    public static @Nullable Algorithm stated(Struct struct) {
        Algorithm found = null;
        for (Algorithm algorithm : values()) {
            if (Members.text(struct, algorithm.member()) != null) {
                if (found != null) {
                    throw S3Errors.invalidRequest(
                            "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
                }
                found = algorithm;
            }
        }
        for (String foreign : new String[] {"ChecksumXXHASH64", "ChecksumXXHASH3", "ChecksumXXHASH128"}) {
            if (Members.text(struct, foreign) != null) {
                throw S3Errors.notImplemented(
                        "S3 checksums of the algorithm " + foreign.substring("Checksum".length()));
            }
        }
        return found;
    }

    /** The member of S3's structures that carries its value. */
    public String member() {
        return "Checksum" + name();
    }

    /** The header that carries its value. */
    public String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be had of a whole object put together from parts. */
    public boolean fullObject() {
        return crc;
    }

    /** Whether it can be had of the parts' checksums. */
    public boolean composite() {
        return this != CRC64NVME;
    }

    /** The checksum of the bytes, in base64. */
    public String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(raw(bytes));
    }

    /** Whether the text is base64 of the right length. */
    public boolean isValue(String text) {
        byte[] decoded = decode(text);
        return decoded != null && decoded.length == length;
    }

    /** The bytes of base64, or {@code null} when it is none. */
    public static byte @Nullable [] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] raw(byte[] bytes) {
        return switch (this) {
            case CRC32 -> {
                CRC32 crc32 = new CRC32();
                crc32.update(bytes);
                yield ByteBuffer.allocate(length).putInt((int) crc32.getValue()).array();
            }
            case CRC32C -> {
                CRC32C crc32c = new CRC32C();
                crc32c.update(bytes);
                yield ByteBuffer.allocate(length)
                        .putInt((int) crc32c.getValue())
                        .array();
            }
            case CRC64NVME ->
                ByteBuffer.allocate(length).putLong(Crc64Nvme.of(bytes)).array();
            case SHA1 -> Digests.of("SHA-1").digest(bytes);
            case SHA256 -> Digests.of("SHA-256").digest(bytes);
            case SHA512 -> Digests.of("SHA-512").digest(bytes);
            case MD5 -> Digests.md5(bytes);
        };
    }
}
