package io.vaportrail.metrics.alarm.action;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.evaluation.Contributor;
import io.vaportrail.metrics.alarm.mute.MuteWindow;
import io.vaportrail.metrics.alarm.state.AlarmArn;
import io.vaportrail.metrics.alarm.state.AlarmEffect;
import io.vaportrail.metrics.alarm.state.AlarmState;
import io.vaportrail.metrics.alarm.state.ConfigurationChange;
import io.vaportrail.metrics.alarm.state.StateChange;
import io.vaportrail.model.events.PutEventsRequestEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that EventBridge gets of alarms.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html">Alarm events and
 *     EventBridge</a>
 */
final class AlarmEvents {
    private static final String SOURCE = "aws.cloudwatch";

    private AlarmEvents() {}

    static PutEventsRequestEntry of(AlarmEffect effect) {
        if (effect instanceof StateChange change) {
            String type = change.contributor() == null
                    ? "CloudWatch Alarm State Change"
                    : "CloudWatch Alarm Contributor State Change";
            return entry(change, type, change.after().transitionedMillis(), state(change));
        }
        ConfigurationChange change = (ConfigurationChange) effect;
        return entry(change, "CloudWatch Alarm Configuration Change", change.atMillis(), configuration(change));
    }

    private static PutEventsRequestEntry entry(
            AlarmEffect effect, String type, long atMillis, Map<String, @Nullable Object> detail) {
        return PutEventsRequestEntry.builder()
                .time(Instant.ofEpochMilli(atMillis))
                .source(SOURCE)
                .resources(List.of(effect.arn()))
                .detailType(type)
                .detail(Json.write(detail))
                .build();
    }

    private static Map<String, @Nullable Object> state(StateChange change) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("alarmName", change.name());
        Contributor contributor = change.contributor();
        if (contributor != null) {
            Map<String, @Nullable Object> of = new LinkedHashMap<>();
            of.put("id", contributor.id());
            of.put("attributes", contributor.attributes());
            detail.put("alarmContributor", of);
        }
        detail.put("state", state(change.after(), change.suppressedBy()));
        if (contributor == null) {
            detail.put("previousState", state(change.before(), null));
        }
        detail.put("configuration", ConfigurationJson.brief(change.arn(), change.definition()));
        MuteWindow muted = change.mutedIn();
        if (muted != null) {
            Map<String, @Nullable Object> mute = new LinkedHashMap<>();
            mute.put("mutedByArn", AlarmArn.ofMuteRule(change.accountId(), change.region(), muted.ruleName()));
            mute.put("muteWindowStart", AwsTime.json(muted.startMillis()));
            mute.put("muteWindowEnd", AwsTime.json(muted.endMillis()));
            detail.put("muteDetail", mute);
        }
        return detail;
    }

    private static Map<String, @Nullable Object> state(AlarmState state, @Nullable String suppressedBy) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (suppressedBy != null) {
            data.put("actionsSuppressedBy", suppressedBy);
            data.put("actionsSuppressedReason", "Actions suppressed by " + suppressedBy);
        }
        data.put("value", state.value());
        data.put("reason", state.reason());
        ConfigurationJson.some(data, "reasonData", state.reasonData());
        data.put("timestamp", AwsTime.json(state.transitionedMillis()));
        return data;
    }

    /** The state has no reason here. */
    private static Map<String, @Nullable Object> configuration(ConfigurationChange change) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        ConfigurationJson.some(state, "actionsSuppressedBy", change.suppressedBy());
        state.put("value", change.state().value());
        state.put("timestamp", AwsTime.json(change.state().transitionedMillis()));
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("alarmName", change.name());
        detail.put("operation", change.operation());
        detail.put("state", state);
        detail.put("configuration", ConfigurationJson.full(change.arn(), change.configuration()));
        if (change.previous() != null) {
            detail.put("previousConfiguration", ConfigurationJson.full(change.arn(), change.previous()));
        }
        return detail;
    }
}
