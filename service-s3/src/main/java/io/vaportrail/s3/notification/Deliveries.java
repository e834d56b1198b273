package io.vaportrail.s3.notification;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.events.PutEventsResponse;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.s3.store.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages to queues, topics and event buses, as S3 acting for the bucket. */
final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final String S3 = "s3.amazonaws.com";

    private final InternalCalls calls;

    Deliveries(InternalCalls calls) {
        this.calls = calls;
    }

    /** Sends a message to a queue or topic; the stage fails when it is refused. */
    CompletionStage<?> send(Destination to, Bucket bucket, String message, Cause cause) {
        Caller caller = Caller.service(S3, bucket.owner(), bucket.arn());
        if (to.service().equals("sns")) {
            PublishInput input = PublishInput.builder()
                    .topicArn(to.arn())
                    .message(message)
                    .subject("Amazon S3 Notification")
                    .build();
            return calls.call(SnsService.PUBLISH, input, caller, to.region(), cause.call());
        }
        SendMessageRequest input = SendMessageRequest.builder()
                .queueUrl(cause.baseUrl() + "/" + to.account() + "/" + to.name())
                .messageBody(message)
                .build();
        return calls.call(SqsService.SEND_MESSAGE, input, caller, to.region(), cause.call());
    }

    /** Sends a message, and logs when it is refused. */
    void sendOrLog(Destination to, Bucket bucket, String message, Cause cause) {
        send(to, bucket, message, cause).whenComplete((output, error) -> {
            if (error != null) {
                log.warn("notification of {} to {} failed: {}", bucket.arn(), to.arn(), error.getMessage());
            }
        });
    }

    /** Puts an event on the default bus of the bucket's account and region, and logs when it is refused. */
    void putEvent(ObjectEvent event, String detail, Instant now, Cause cause) {
        Bucket bucket = event.bucket();
        PutEventsRequest input = PutEventsRequest.builder()
                .entries(List.of(PutEventsRequestEntry.builder()
                        .time(now)
                        .source("aws.s3")
                        .resources(List.of(bucket.arn()))
                        .detailType(EventMessages.detailType(event))
                        .detail(detail)
                        .build()))
                .build();
        Caller caller = Caller.service(S3, bucket.owner(), bucket.arn());
        calls.call(EventsService.PUT_EVENTS, input, caller, bucket.region(), cause.call())
                .whenComplete((output, error) -> {
                    if (error != null) {
                        log.warn("event of {} for EventBridge failed: {}", bucket.arn(), error.getMessage());
                    } else if (isRefused(output)) {
                        log.warn("event of {} for EventBridge was refused: {}", bucket.arn(), output);
                    }
                });
    }

    private static boolean isRefused(PutEventsResponse output) {
        Integer failed = output.failedEntryCount();
        return failed != null && failed > 0;
    }
}
