package io.vaportrail.conformance.trails;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Proves delivered files by the user guide's description alone: from the newest digest back to the first, each signature, each hash of
 * the digest before, and the hash of each log file.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html">Custom
 *     implementations of CloudTrail log file integrity validation</a>
 */
final class DigestAudit {
    /** What stands before an RSA public key of 2048 bits in PKCS #1 to make the form that Java reads. */
    private static final String KEY_HEAD = "30820122300d06092a864886f70d01010105000382010f00";

    private final S3Client s3;
    private final CloudTrailClient cloudTrail;
    private final List<String> digests = new ArrayList<>();
    private final List<String> logFiles = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    DigestAudit(S3Client s3, CloudTrailClient cloudTrail) {
        this.s3 = s3;
        this.cloudTrail = cloudTrail;
    }

    /** The digests of the chain, the newest first. */
    List<String> digests() {
        return digests;
    }

    /** The log files that they list. */
    List<String> logFiles() {
        return logFiles;
    }

    /** What is wrong, by key. */
    List<String> problems() {
        return problems;
    }

    /** Follows the chain from its newest digest. */
    void follow(String bucket, String newest) {
        String key = newest;
        String hash = null;
        while (key != null) {
            digests.add(key);
            ResponseBytes<GetObjectResponse> object = get(bucket, key);
            if (object == null) {
                problems.add(key + " missing");
                return;
            }
            byte[] contents = contents(object);
            JsonNode digest = TrailsTest.parse(new String(contents, StandardCharsets.UTF_8));
            if (hash != null && !hash.equals(sha256(contents))) {
                problems.add(key + " hash");
            }
            if (!digest.get("digestS3Object").asText().equals(key)) {
                problems.add(key + " moved");
            }
            signature(bucket, key, digest, contents, object.response().metadata());
            digest.get("logFiles").forEach(this::logFile);
            hash = text(digest, "previousDigestHashValue");
            key = text(digest, "previousDigestS3Object");
        }
    }

    private void signature(String bucket, String key, JsonNode digest, byte[] contents, Map<String, String> metadata) {
        String signed = String.join(
                "\n",
                digest.get("digestEndTime").asText(),
                bucket + "/" + key,
                sha256(contents),
                String.valueOf(text(digest, "previousDigestSignature")));
        try {
            Signature signature = Signature.getInstance(metadata.get("signature-algorithm"));
            signature.initVerify(key(digest));
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            if (!signature.verify(HexFormat.of().parseHex(metadata.get("signature")))) {
                problems.add(key + " signature");
            }
        } catch (GeneralSecurityException e) {
            problems.add(key + " " + e.getMessage());
        }
    }

    private PublicKey key(JsonNode digest) throws GeneralSecurityException {
        Instant start = Instant.parse(digest.get("digestStartTime").asText());
        Instant end = Instant.parse(digest.get("digestEndTime").asText()).plusSeconds(7_200);
        for (var key :
                cloudTrail.listPublicKeys(r -> r.startTime(start).endTime(end)).publicKeyList()) {
            if (key.fingerprint()
                    .equals(digest.get("digestPublicKeyFingerprint").asText())) {
                String der = KEY_HEAD + HexFormat.of().formatHex(key.value().asByteArray());
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(der)));
            }
        }
        throw new GeneralSecurityException("key not listed");
    }

    private void logFile(JsonNode file) {
        String key = file.get("s3Object").asText();
        logFiles.add(key);
        ResponseBytes<GetObjectResponse> object = get(file.get("s3Bucket").asText(), key);
        if (object == null) {
            problems.add(key + " missing");
        } else if (!sha256(contents(object)).equals(file.get("hashValue").asText())) {
            problems.add(key + " hash");
        }
    }

    private @Nullable ResponseBytes<GetObjectResponse> get(String bucket, String key) {
        try {
            return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key));
        } catch (NoSuchKeyException e) {
            return null;
        }
    }

    private static byte[] contents(ResponseBytes<GetObjectResponse> object) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(object.asByteArray()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
