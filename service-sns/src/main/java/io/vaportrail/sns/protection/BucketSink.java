package io.vaportrail.sns.protection;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.model.s3.ObjectCannedACL;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.schema.Blob;
import io.vaportrail.sns.feed.Line;
import io.vaportrail.sns.feed.LineSink;
import io.vaportrail.sns.store.SnsArn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPOutputStream;

/** Writes lines into gzipped objects of a bucket. */
final class BucketSink implements LineSink {
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH = 8;

    private final InternalCalls calls;
    private final Ids ids;
    private final String bucket;
    private final SnsArn topic;

    BucketSink(InternalCalls calls, Ids ids, String bucket, SnsArn topic) {
        this.calls = calls;
        this.ids = ids;
        this.bucket = bucket;
        this.topic = topic;
    }

    /** What the keys of an account's objects begin with. */
    static String folder(String accountId) {
        return "AWSLogs/" + accountId + "/";
    }

    @Override
    public CompletionStage<?> write(List<Line> lines) {
        Instant now = Instant.ofEpochMilli(lines.get(lines.size() - 1).millis());
        String kind = "SNSDataProtection";
        String key = folder(topic.accountId()) + kind + "/" + topic.region() + "/" + topic.resource() + "/"
                + FOLDER.format(now) + "/" + topic.accountId() + "_" + kind + "_" + topic.region() + "_"
                + topic.resource() + "_" + TIME.format(now) + "_" + ids.hex(HASH) + ".log.gz";
        PutObjectRequest object = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
                .contentType("application/x-gzip")
                .body(Blob.ofOwned(zipped(lines)))
                .build();
        return calls.call(
                S3Service.PUT_OBJECT,
                object,
                VendedLogWriter.of(topic.accountId(), topic.region()).sender(),
                topic.region(),
                null);
    }

    private static byte[] zipped(List<Line> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            for (Line line : lines) {
                zipped.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void forget() {
        // Each object stands for itself.
    }

    @Override
    public String described() {
        return "bucket " + bucket;
    }
}
