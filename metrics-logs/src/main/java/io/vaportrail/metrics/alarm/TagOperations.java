package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.metrics.alarm.mute.MuteRule;
import io.vaportrail.metrics.alarm.state.Alarm;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.model.cloudwatch.ListTagsForResourceInput;
import io.vaportrail.model.cloudwatch.ListTagsForResourceOutput;
import io.vaportrail.model.cloudwatch.TagResourceInput;
import io.vaportrail.model.cloudwatch.TagResourceOutput;
import io.vaportrail.model.cloudwatch.UntagResourceInput;
import io.vaportrail.model.cloudwatch.UntagResourceOutput;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * TagResource, UntagResource and ListTagsForResource for alarms and mute rules.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class TagOperations {
    private static final int PARTS = 7;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int TYPE = 5;
    private static final int NAME = 6;

    private final Alarms alarms;

    TagOperations(Alarms alarms) {
        this.alarms = alarms;
    }

    /** TagResource. */
    TagResourceOutput tagResource(TagResourceInput input, Call call) {
        change(input.resourceARN(), call, tags -> Tags.merged(tags, input.tags()));
        return TagResourceOutput.builder().build();
    }

    /** UntagResource; keys that are not there are passed over. */
    UntagResourceOutput untagResource(UntagResourceInput input, Call call) {
        change(input.resourceARN(), call, tags -> {
            Map<String, String> left = new TreeMap<>(tags);
            left.keySet().removeAll(input.tagKeys());
            return left;
        });
        return UntagResourceOutput.builder().build();
    }

    /** ListTagsForResource; of what does not exist, no tags, as AWS answers. */
    ListTagsForResourceOutput listTagsForResource(ListTagsForResourceInput input, Call call) {
        String[] arn = parse(input.resourceARN(), call);
        AlarmStore store = alarms.in(call);
        return store.locked(() -> ListTagsForResourceOutput.builder()
                .tags(Tags.view(find(store, arn).orElse(Map.of())))
                .build());
    }

    private static String[] parse(String arn, Call call) {
        String[] parts = arn.split(":", PARTS);
        boolean known = parts.length == PARTS
                && parts[0].equals("arn")
                && parts[SERVICE].equals("cloudwatch")
                && (parts[TYPE].equals("alarm") || parts[TYPE].equals("alarm-mute-rule"));
        if (!known || !parts[REGION].equals(call.region()) || !parts[ACCOUNT].equals(call.accountId())) {
            throw AlarmErrors.invalidParameter("The value '" + arn + "' for parameter ResourceARN is not the ARN of an "
                    + "alarm or an alarm mute rule of this account and region.");
        }
        return parts;
    }

    private static Optional<Map<String, String>> find(AlarmStore store, String[] arn) {
        return arn[TYPE].equals("alarm")
                ? store.find(arn[NAME]).map(Alarm::tags)
                : Optional.ofNullable(store.mutes().byName().get(arn[NAME])).map(MuteRule::tags);
    }

    private void change(String resource, Call call, UnaryOperator<Map<String, String>> change) {
        String[] arn = parse(resource, call);
        AlarmStore store = alarms.in(call);
        store.locked(() -> {
            Map<String, String> tags = find(store, arn)
                    .orElseThrow(() -> AlarmErrors.noSuchResource(
                            arn[TYPE].equals("alarm") ? "Alarm" : "AlarmMuteRule", arn[NAME]));
            Map<String, String> changed = change.apply(tags);
            tags.clear();
            tags.putAll(changed);
            return changed;
        });
    }
}
