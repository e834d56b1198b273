package io.vaportrail.trail.delivery;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.events.PutEventsResponse;
import io.vaportrail.model.events.PutEventsResultEntry;
import io.vaportrail.model.iam.CreateUserResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutLogEventsResponse;
import io.vaportrail.model.s3.GetBucketAclOutput;
import io.vaportrail.model.s3.PutObjectOutput;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.PublishResponse;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.model.sqs.CreateQueueResult;
import io.vaportrail.model.sqs.GetQueueUrlResult;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Services as far as trails need them. */
public final class StandIns {
    private StandIns() {}

    /** Buckets that can be missing or closed. */
    public static final class S3 implements ServiceModule {
        public final Map<String, PutObjectRequest> objects = new ConcurrentSkipListMap<>();
        public final List<Call> puts = new CopyOnWriteArrayList<>();
        private final Set<String> buckets = ConcurrentHashMap.newKeySet();
        private final Set<String> closed = ConcurrentHashMap.newKeySet();

        public void createBucket(String name) {
            buckets.add(name);
        }

        public void deleteBucket(String name) {
            buckets.remove(name);
        }

        /** Denies what CloudTrail wants to do: {@code GetBucketAcl} or {@code PutObject}. */
        public void deny(String operation) {
            closed.add(operation);
        }

        public void allow(String operation) {
            closed.remove(operation);
        }

        /** The keys of files that contain the text. */
        public List<String> keys(String containing) {
            return objects.keySet().stream()
                    .filter(key -> key.contains(containing) && key.endsWith(".json.gz"))
                    .toList();
        }

        /** The text of a compressed object. */
        public String text(String key) {
            Blob body = Objects.requireNonNull(
                    Objects.requireNonNull(objects.get(key), key).body(), key);
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.toByteArray()))) {
                return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void check(String bucket, String operation) {
            if (!buckets.contains(bucket)) {
                throw CommonError.sender("NoSuchBucket", 404, "The specified bucket does not exist");
            }
            if (closed.contains(operation)) {
                throw CommonError.sender("AccessDenied", 403, "Access Denied");
            }
        }

        @Override
        public ServiceSchema schema() {
            return S3Service.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(S3Service.GET_BUCKET_ACL, (input, call) -> {
                check(input.bucket(), "GetBucketAcl");
                return GetBucketAclOutput.builder().build();
            });
            operations.onWorker(S3Service.PUT_OBJECT, (input, call) -> {
                call.audit().resource("AWS::S3::Object", "arn:aws:s3:::" + input.bucket() + "/" + input.key());
                check(input.bucket(), "PutObject");
                objects.put(input.key(), input);
                puts.add(call);
                return PutObjectOutput.builder().build();
            });
        }

        @Override
        public void reset(@Nullable String accountId) {
            objects.clear();
        }
    }

    /** A topic that takes everything unless it is closed. */
    public static final class Sns implements ServiceModule {
        public final List<PublishInput> published = new CopyOnWriteArrayList<>();
        public volatile boolean closed;

        @Override
        public ServiceSchema schema() {
            return SnsService.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(SnsService.PUBLISH, (input, call) -> {
                if (closed) {
                    throw CommonError.sender("AuthorizationError", 403, "not authorized");
                }
                published.add(input);
                return PublishResponse.builder().messageId("m").build();
            });
        }

        @Override
        public void reset(@Nullable String accountId) {
            published.clear();
        }
    }

    /** A log group that takes everything unless it is closed. */
    public static final class Logs implements ServiceModule {
        public final List<InputLogEvent> events = new CopyOnWriteArrayList<>();
        public final List<String> streams = new CopyOnWriteArrayList<>();
        public final List<Call> calls = new CopyOnWriteArrayList<>();
        public volatile boolean closed;

        @Override
        public ServiceSchema schema() {
            return LogsService.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(LogsService.CREATE_LOG_STREAM, (input, call) -> {
                if (streams.contains(input.logStreamName())) {
                    throw io.vaportrail.model.logs.ResourceAlreadyExistsException.of("there");
                }
                streams.add(input.logStreamName());
                return io.vaportrail.schema.Unit.INSTANCE;
            });
            operations.inline(LogsService.PUT_LOG_EVENTS, (input, call) -> {
                if (closed) {
                    throw CommonError.sender("AccessDeniedException", 400, "not authorized");
                }
                calls.add(call);
                events.addAll(input.logEvents());
                return PutLogEventsResponse.builder().build();
            });
        }

        @Override
        public void reset(@Nullable String accountId) {
            events.clear();
            streams.clear();
        }
    }

    /** Buses that take everything, unless they are closed or an entry is one that fails. */
    public static final class Events implements ServiceModule {
        public final List<PutEventsRequestEntry> entries = new CopyOnWriteArrayList<>();
        public final List<String> regions = new CopyOnWriteArrayList<>();
        public final Set<String> failing = ConcurrentHashMap.newKeySet();
        public volatile boolean closed;

        @Override
        public ServiceSchema schema() {
            return EventsService.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(EventsService.PUT_EVENTS, (input, call) -> {
                if (closed) {
                    throw CommonError.sender("AccessDeniedException", 400, "not authorized");
                }
                return PutEventsResponse.builder()
                        .entries(input.entries().stream()
                                .map(entry -> put(entry, call.region()))
                                .toList())
                        .build();
            });
        }

        private PutEventsResultEntry put(PutEventsRequestEntry entry, String region) {
            if (failing.stream().anyMatch(text -> String.valueOf(entry.detail()).contains(text))) {
                return PutEventsResultEntry.builder()
                        .errorCode("InternalFailure")
                        .build();
            }
            entries.add(entry);
            regions.add(region);
            return PutEventsResultEntry.builder().eventId("e").build();
        }

        @Override
        public void reset(@Nullable String accountId) {
            entries.clear();
        }
    }

    /** Gives every role to everybody, except one named {@code closed}. */
    static final class Sts implements ServiceModule {
        @Override
        public ServiceSchema schema() {
            return StsService.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(StsService.ASSUME_ROLE, (input, call) -> {
                if (input.roleArn().endsWith("/closed")) {
                    throw CommonError.sender("AccessDenied", 403, "not authorized");
                }
                return AssumeRoleResponse.builder()
                        .assumedRoleUser(AssumedRoleUser.builder()
                                .assumedRoleId("AROAEXAMPLE:" + input.roleSessionName())
                                .arn("arn:aws:sts::" + call.accountId() + ":assumed-role/logs/"
                                        + input.roleSessionName())
                                .build())
                        .credentials(Credentials.builder()
                                .accessKeyId("ASIAEXAMPLE")
                                .secretAccessKey("s")
                                .sessionToken("t")
                                .expiration(Instant.parse("2030-01-01T00:00:00Z"))
                                .build())
                        .build();
            });
        }

        @Override
        public void reset(@Nullable String accountId) {
            // nothing is kept
        }
    }

    /** Management events, and data events. */
    static final class Sqs implements ServiceModule {
        @Override
        public ServiceSchema schema() {
            return SqsService.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(SqsService.CREATE_QUEUE, (input, call) -> CreateQueueResult.builder()
                    .queueUrl("https://sqs/" + input.queueName())
                    .build());
            operations.inline(SqsService.GET_QUEUE_URL, (input, call) -> GetQueueUrlResult.builder()
                    .queueUrl("https://sqs/" + input.queueName())
                    .build());
            operations.inline(SqsService.SEND_MESSAGE, (input, call) -> {
                String name = input.queueUrl().substring(input.queueUrl().lastIndexOf('/') + 1);
                call.audit()
                        .resource(
                                "AWS::SQS::Queue",
                                "arn:aws:sqs:" + call.region() + ":" + call.accountId() + ":" + name);
                return SendMessageResult.builder().messageId("m").build();
            });
        }

        @Override
        public void reset(@Nullable String accountId) {
            // nothing is kept
        }
    }

    /** A global service. */
    static final class Iam implements ServiceModule {
        @Override
        public ServiceSchema schema() {
            return IamService.SERVICE;
        }

        @Override
        public void register(OperationRegistry operations) {
            operations.inline(IamService.CREATE_USER, (input, call) -> CreateUserResponse.builder()
                    .build());
        }

        @Override
        public void reset(@Nullable String accountId) {
            // nothing is kept
        }
    }
}
