package io.vaportrail.trail.digest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.trail.trails.TrailArn;
import io.vaportrail.trail.trails.TrailSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes and signs one digest file. */
final class DigestWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final TrailArn trail;
    private final TrailSettings settings;
    private final SigningKey key;

    DigestWriter(TrailArn trail, TrailSettings settings, SigningKey key) {
        this.trail = trail;
        this.settings = settings;
        this.key = key;
    }

    DigestFile write(DigestChain chain, Instant end) {
        String object = object(chain.region(), end);
        byte[] contents = contents(chain, end, object);
        String hash = Hashes.hex(Hashes.sha256().digest(contents));
        DigestFile previous = chain.previous();
        String signed = end + "\n" + settings.bucket() + "/" + object + "\n" + hash + "\n"
                + (previous == null ? "null" : previous.signature());
        return new DigestFile(
                chain.region(),
                settings.bucket(),
                object,
                compressed(contents),
                hash,
                key.sign(signed),
                chain.files().size());
    }

    private String object(String region, Instant end) {
        String account = trail.accountId();
        return settings.keyStart() + "AWSLogs/" + account + "/CloudTrail-Digest/" + region + "/" + FOLDER.format(end)
                + "/" + account + "_CloudTrail-Digest_" + region + "_" + trail.name() + "_" + trail.region() + "_"
                + STAMP.format(end) + ".json.gz";
    }

    private byte[] contents(DigestChain chain, Instant end, String object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("awsAccountId", trail.accountId());
            json.writeStringField("digestStartTime", chain.start().toString());
            json.writeStringField("digestEndTime", end.toString());
            json.writeStringField("digestS3Bucket", settings.bucket());
            json.writeStringField("digestS3Object", object);
            json.writeStringField("digestPublicKeyFingerprint", key.fingerprint());
            json.writeStringField("digestSignatureAlgorithm", DigestFile.ALGORITHM);
            json.writeStringField("newestEventTime", newest(chain));
            json.writeStringField("oldestEventTime", oldest(chain));
            previous(json, chain.previous());
            json.writeArrayFieldStart("logFiles");
            for (DeliveredFile file : chain.files()) {
                logFile(json, file);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable String newest(DigestChain chain) {
        return chain.files().stream()
                .map(DeliveredFile::newest)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }

    private static @Nullable String oldest(DigestChain chain) {
        return chain.files().stream()
                .map(DeliveredFile::oldest)
                .min(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }

    private static void previous(JsonGenerator json, @Nullable DigestFile digest) throws IOException {
        json.writeStringField("previousDigestS3Bucket", of(digest, DigestFile::bucket));
        json.writeStringField("previousDigestS3Object", of(digest, DigestFile::key));
        json.writeStringField("previousDigestHashValue", of(digest, DigestFile::hash));
        json.writeStringField("previousDigestHashAlgorithm", of(digest, any -> "SHA-256"));
        json.writeStringField("previousDigestSignature", of(digest, DigestFile::signature));
    }

    private static @Nullable String of(@Nullable DigestFile digest, Function<DigestFile, String> part) {
        return digest == null ? null : part.apply(digest);
    }

    private static void logFile(JsonGenerator json, DeliveredFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("s3Bucket", file.bucket());
        json.writeStringField("s3Object", file.key());
        json.writeStringField("hashValue", file.hash());
        json.writeStringField("hashAlgorithm", "SHA-256");
        json.writeStringField("newestEventTime", file.newest().toString());
        json.writeStringField("oldestEventTime", file.oldest().toString());
        json.writeEndObject();
    }

    private static byte[] compressed(byte[] contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
