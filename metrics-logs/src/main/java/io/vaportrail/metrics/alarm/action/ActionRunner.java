package io.vaportrail.metrics.alarm.action;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.alarm.state.AlarmEffect;
import io.vaportrail.metrics.alarm.state.History;
import io.vaportrail.metrics.alarm.state.HistoryItem;
import io.vaportrail.metrics.alarm.state.StateChange;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.schema.ServiceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does what follows from changes of state: publishes to topics as {@code cloudwatch.amazonaws.com}, tells EventBridge, and writes
 * into the alarm's history how each action went. Whether a topic takes the message is up to its policy.
 */
public final class ActionRunner {
    /** Who CloudWatch is to other services. */
    private static final String PRINCIPAL = "cloudwatch.amazonaws.com";

    private final InternalCalls calls;
    private final EmulatorClock clock;
    private final BiFunction<String, String, History> histories;
    private final EventBridge eventBridge;

    /**
     * A runner.
     *
     * @param histories gives the history of an account (first) in a region (second)
     */
    public ActionRunner(InternalCalls calls, EmulatorClock clock, BiFunction<String, String, History> histories) {
        this.calls = calls;
        this.clock = clock;
        this.histories = histories;
        this.eventBridge = new EventBridge(calls);
    }

    /** Does what follows. Called without a lock. */
    public void run(AlarmEffect effect) {
        if (effect instanceof StateChange change) {
            act(change);
            if (!change.transition()) {
                return;
            }
        }
        eventBridge.tell(effect);
    }

    private void act(StateChange change) {
        for (String action : change.actions()) {
            if (change.contributor() != null && !ActionArn.isOfContributors(action)) {
                continue;
            }
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

    static Caller caller(AlarmEffect effect) {
        return Caller.service(PRINCIPAL, effect.accountId(), effect.arn());
    }

    static Throwable cause(Throwable thrown) {
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
                .add(
                        clock.millis(),
                        change.name(),
                        change.alarmType(),
                        change.contributor() == null ? HistoryItem.ACTION : HistoryItem.CONTRIBUTOR_ACTION,
                        change.contributor(),
                        summary,
                        Json.write(data));
    }
}
