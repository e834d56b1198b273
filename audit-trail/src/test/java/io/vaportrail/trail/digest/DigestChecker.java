package io.vaportrail.trail.digest;

import io.vaportrail.core.json.Json;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.ListPublicKeysRequest;
import io.vaportrail.model.cloudtrail.PublicKey;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.trail.delivery.Aws;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Validates delivered log files as somebody who knows AWS's description of digest files alone: from the newest digest back along the
 * chain, keys from ListPublicKeys, signatures from the objects' metadata. It shares no code with what writes digests.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html">Custom
 *     implementations of log file validation</a>
 */
@SuppressWarnings("unchecked") // JSON has no types
final class DigestChecker {
    private final Aws aws;
    final List<String> problems = new ArrayList<>();
    int digests;
    int logFiles;

    DigestChecker(Aws aws) {
        this.aws = aws;
    }

    /** Walks back from the digest of that key; what is wrong is added to the problems. */
    DigestChecker check(@Nullable String newest) {
        String key = newest;
        String hash = null;
        String signature = null;
        while (key != null) {
            PutObjectRequest object = aws.s3.objects.get(key);
            if (object == null) {
                problems.add(key + " missing");
                return this;
            }
            byte[] contents = contents(object);
            Map<String, @Nullable Object> digest =
                    Objects.requireNonNull(Json.readObject(new String(contents, StandardCharsets.UTF_8)));
            if (!key.equals(digest.get("digestS3Object"))) {
                problems.add(key + " moved");
            }
            if (hash != null && !hash.equals(sha256(contents))) {
                problems.add(key + " hash");
            }
            String signed = Objects.requireNonNull(object.metadata()).get("signature");
            if (signature != null && !signature.equals(signed)) {
                problems.add(key + " previous signature");
            }
            verify(key, contents, digest, signed);
            for (Object file : (List<?>) Objects.requireNonNull(digest.get("logFiles"))) {
                logFile((Map<String, @Nullable Object>) file);
            }
            digests++;
            key = (String) digest.get("previousDigestS3Object");
            hash = (String) digest.get("previousDigestHashValue");
            signature = (String) digest.get("previousDigestSignature");
        }
        return this;
    }

    private void verify(String key, byte[] contents, Map<String, @Nullable Object> digest, @Nullable String signed) {
        String text = digest.get("digestEndTime") + "\n" + digest.get("digestS3Bucket") + "/"
                + digest.get("digestS3Object") + "\n" + sha256(contents) + "\n" + digest.get("previousDigestSignature");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(publicKey(digest)));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            if (signed == null || !signature.verify(HexFormat.of().parseHex(signed))) {
                problems.add(key + " signature");
            }
        } catch (java.security.GeneralSecurityException e) {
            problems.add(key + " " + e.getMessage());
        }
    }

    private void logFile(Map<String, @Nullable Object> file) {
        logFiles++;
        String key = String.valueOf(file.get("s3Object"));
        PutObjectRequest object = aws.s3.objects.get(key);
        if (object == null) {
            problems.add(key + " missing");
        } else if (!sha256(contents(object)).equals(file.get("hashValue"))) {
            problems.add(key + " hash");
        }
    }

    /** RSAPublicKey of PKCS #1: a sequence of two integers. */
    private RSAPublicKeySpec publicKey(Map<String, @Nullable Object> digest) {
        Instant end = Instant.parse(String.valueOf(digest.get("digestEndTime")));
        List<PublicKey> keys = Objects.requireNonNull(aws.call(
                        CloudTrailService.LIST_PUBLIC_KEYS,
                        ListPublicKeysRequest.builder()
                                .startTime(end.minus(Duration.ofHours(1)))
                                .endTime(end.plus(Duration.ofHours(2)))
                                .build())
                .publicKeyList());
        for (PublicKey key : keys) {
            byte[] der = Objects.requireNonNull(key.value()).toByteArray();
            if (md5(der).equals(key.fingerprint()) && md5(der).equals(digest.get("digestPublicKeyFingerprint"))) {
                ByteBuffer bytes = ByteBuffer.wrap(der);
                enter(bytes, 0x30);
                return new RSAPublicKeySpec(integer(bytes), integer(bytes));
            }
        }
        throw new AssertionError("no key of fingerprint " + digest.get("digestPublicKeyFingerprint"));
    }

    private static int enter(ByteBuffer der, int tag) {
        if (der.get() != tag) {
            throw new AssertionError("DER: expected tag " + tag);
        }
        int length = der.get() & 0xFF;
        if (length < 0x80) {
            return length;
        }
        int bytes = length & 0x7F;
        length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | der.get() & 0xFF;
        }
        return length;
    }

    private static BigInteger integer(ByteBuffer der) {
        byte[] value = new byte[enter(der, 0x02)];
        der.get(value);
        return new BigInteger(value);
    }

    private static byte[] contents(PutObjectRequest object) {
        try (GZIPInputStream in = new GZIPInputStream(
                new ByteArrayInputStream(Objects.requireNonNull(object.body()).toByteArray()))) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        return hash("SHA-256", bytes);
    }

    private static String md5(byte[] bytes) {
        return hash("MD5", bytes);
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
