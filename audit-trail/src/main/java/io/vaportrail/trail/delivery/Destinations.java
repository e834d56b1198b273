package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.s3.ObjectCannedACL;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.s3.ServerSideEncryption;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.trail.digest.DigestFile;
import io.vaportrail.trail.trails.Channel;
import io.vaportrail.trail.trails.CloudTrailCalls;
import io.vaportrail.trail.trails.Trail;
import io.vaportrail.trail.trails.TrailSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends files to S3 and notices to SNS, and has the trail's status say what came of it. */
final class Destinations {
    private static final String MEDIA_TYPE = "application/json";
    private static final String GZIP = "gzip";

    private final CloudTrailCalls calls;
    private final EmulatorClock clock;
    private final JsonFactory factory;

    Destinations(CloudTrailCalls calls, EmulatorClock clock, JsonFactory factory) {
        this.calls = calls;
        this.clock = clock;
        this.factory = factory;
    }

    CloudTrailCalls calls() {
        return calls;
    }

    /** Puts an object; completes with the error's code, or with an empty text. Never fails. */
    private CompletionStage<String> put(Trail trail, PutObjectRequest.Builder object, Channel channel) {
        TrailSettings settings = trail.settings();
        String key = settings.kmsKeyId();
        PutObjectRequest request = object.contentType(MEDIA_TYPE)
                .contentEncoding(GZIP)
                .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
                .serverSideEncryption(key == null ? ServerSideEncryption.AES256 : ServerSideEncryption.AWS_KMS)
                .ssekmsKeyId(key)
                .build();
        return calls.call(
                        S3Service.PUT_OBJECT, request, trail.arn(), trail.arn().region(), null)
                .handle((done, failure) -> noted(trail, channel, failure));
    }

    private String noted(Trail trail, Channel channel, @org.jspecify.annotations.Nullable Throwable failure) {
        Instant now = clock.now();
        if (failure == null) {
            trail.delivered(channel, now);
            return "";
        }
        String code = CloudTrailCalls.code(failure);
        trail.failed(channel, now, code);
        return code;
    }

    /** Delivers a log file and tells the topic; completes with the error's code, or with an empty text. Never fails. */
    CompletionStage<String> deliver(Trail trail, LogFile file, String bucket, String key) {
        PutObjectRequest.Builder object =
                PutObjectRequest.builder().bucket(bucket).key(key).body(Blob.ofOwned(file.contents()));
        return put(trail, object, Channel.LOG_FILES)
                .thenCompose(error ->
                        error.isEmpty() ? notice(trail, bucket, key) : CompletableFuture.completedStage(error));
    }

    /** Delivers a digest file; completes with the error's code, or with an empty text. Never fails. */
    CompletionStage<String> deliver(Trail trail, DigestFile digest) {
        PutObjectRequest.Builder object = PutObjectRequest.builder()
                .bucket(digest.bucket())
                .key(digest.key())
                .metadata(Map.of("signature", digest.signature(), "signature-algorithm", DigestFile.ALGORITHM))
                .body(Blob.ofOwned(digest.contents()));
        return put(trail, object, Channel.DIGESTS);
    }

    /** A notice that fails is not sent again; the file has been delivered all the same. */
    private CompletionStage<String> notice(Trail trail, String bucket, String key) {
        String topic = trail.settings().topicArn();
        if (topic == null) {
            return CompletableFuture.completedStage("");
        }
        PublishInput notice = PublishInput.builder()
                .topicArn(topic)
                .message(message(bucket, key))
                .build();
        return calls.call(SnsService.PUBLISH, notice, trail.arn(), topic.split(":", 5)[3], null)
                .handle((done, failure) -> {
                    noted(trail, Channel.NOTIFICATIONS, failure);
                    return "";
                });
    }

    private String message(String bucket, String key) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("s3Bucket", bucket);
            json.writeArrayFieldStart("s3ObjectKey");
            json.writeString(key);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
