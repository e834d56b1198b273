package io.vaportrail.metrics.alarm.action;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.alarm.state.History;
import io.vaportrail.metrics.alarm.state.HistoryItem;
import io.vaportrail.metrics.alarm.state.StateChange;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.schema.ServiceException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what follows from changes of state: publishes to topics as {@code cloudwatch.amazonaws.com}, tells EventBridge, and writes
 * into the alarm's history how each action went. Whether a topic takes the message is up to its policy.
 */
public final class ActionRunner {
    /** Who CloudWatch is to other services. */
    private static final String PRINCIPAL = "cloudwatch.amazonaws.com";

    private static final Logger log = LoggerFactory.getLogger(ActionRunner.class);

    private final InternalCalls calls;
    private final EmulatorClock clock;
    private final BiFunction<String, String, History> histories;
    private final AtomicBoolean noEventBridge = new AtomicBoolean();

    /**
     * A runner.
     *
     * @param histories gives the history of an account (first) in a region (second)
     */
    public ActionRunner(InternalCalls calls, EmulatorClock clock, BiFunction<String, String, History> histories) {
        this.calls = calls;
        this.clock = clock;
        this.histories = histories;
    }

    /** Does what follows. Called without a lock. */
    public void run(StateChange change) {
        for (String action : change.actions()) {
            if (ActionArn.isTopic(action)) {
                publish(change, action);
            } else {
                failed(
                        change,
                        action,
                        null,
                        ActionArn.targetName(action) + " does not exist in this emulator: nothing was called");
            }
        }
        if (change.transition()) {
            tellEventBridge(change);
        }
    }

    private void publish(StateChange change, String topic) {
        String subject = NotificationText.subject(change);
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("default", NotificationJson.of(change));
        forms.put("sms", subject);
        forms.put("email", NotificationText.email(change));
        String message = Json.write(forms);
        PublishInput input = PublishInput.builder()
                .topicArn(topic)
                .subject(subject)
                .message(message)
                .messageStructure("json")
                .build();
        calls.call(SnsService.PUBLISH, input, caller(change), change.region(), null)
                .whenComplete((output, thrown) -> {
                    if (thrown == null) {
                        record(change, topic, message, null);
                    } else {
                        failed(change, topic, message, publishError(topic, cause(thrown)));
                    }
                });
    }

    private static Caller caller(StateChange change) {
        return Caller.service(PRINCIPAL, change.accountId(), change.arn());
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static String publishError(String topic, Throwable thrown) {
        if (thrown instanceof ServiceException error
                && (error.error().code().startsWith("AuthorizationError")
                        || error.error().code().startsWith("AccessDenied"))) {
            return "CloudWatch Alarms is not authorized to perform: SNS:Publish on resource: " + topic;
        }
        return String.valueOf(thrown.getMessage());
    }

    private void failed(StateChange change, String action, @Nullable String message, String error) {
        record(change, action, message, error);
    }

    private void record(StateChange change, String action, @Nullable String message, @Nullable String error) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("actionState", error == null ? "Succeeded" : "Failed");
        data.put("stateUpdateTimestamp", change.after().updatedMillis());
        data.put("notificationResource", action);
        data.put("publishedMessage", message);
        data.put("error", error);
        String summary = error == null
                ? "Successfully executed action " + action
                : "Failed to execute action " + action + ". Received error: \"" + error + "\"";
        histories
                .apply(change.accountId(), change.region())
                .add(clock.millis(), change.name(), change.alarmType(), HistoryItem.ACTION, summary, Json.write(data));
    }

    /** AWS keeps no history of these events. That there is no EventBridge is logged once, and it is not called again. */
    private void tellEventBridge(StateChange change) {
        if (noEventBridge.get()) {
            return;
        }
        PutEventsRequest request = PutEventsRequest.builder()
                .entries(List.of(PutEventsRequestEntry.builder()
                        .time(Instant.ofEpochMilli(change.after().transitionedMillis()))
                        .source("aws.cloudwatch")
                        .resources(List.of(change.arn()))
                        .detailType("CloudWatch Alarm State Change")
                        .detail(StateChangeEvent.detail(change))
                        .build()))
                .build();
        calls.call(EventsService.PUT_EVENTS, request, caller(change), change.region(), null)
                .whenComplete((output, thrown) -> {
                    if (thrown != null) {
                        untold(change, cause(thrown));
                    }
                });
    }

    private void untold(StateChange change, Throwable why) {
        boolean absent =
                why instanceof ServiceException error && error.error().code().equals("NotImplemented");
        if (!absent) {
            log.warn("EventBridge was not told of {}: {}", change.arn(), why.getMessage());
        } else if (!noEventBridge.getAndSet(true)) {
            log.warn("EventBridge is not told of the state changes of alarms: {}", why.getMessage());
        }
    }
}
