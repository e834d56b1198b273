package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.metrics.Tags;
import io.vaportrail.metrics.alarm.mute.MuteRule;
import io.vaportrail.metrics.alarm.state.Alarm;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.metrics.contributor.InsightRules;
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
 * TagResource, UntagResource and ListTagsForResource for alarms, mute rules and rules of Contributor Insights.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class TagOperations {
    private static final int PARTS = 6;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int REST = 5;

    private final Alarms alarms;
    private final InsightRules insightRules;

    TagOperations(Alarms alarms, InsightRules insightRules) {
        this.alarms = alarms;
        this.insightRules = insightRules;
    }

    /** What has tags. */
    private enum Kind {
        ALARM("alarm:", "Alarm"),
        MUTE_RULE("alarm-mute-rule:", "AlarmMuteRule"),
        INSIGHT_RULE("insight-rule/", "InsightRule");

        private final String prefix;
        private final String type;

        Kind(String prefix, String type) {
            this.prefix = prefix;
            this.type = type;
        }
    }

    /** A resource of the caller's account and region. */
    private record Resource(Kind kind, String name) {}

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
        Resource resource = parse(input.resourceARN(), call);
        AlarmStore store = alarms.in(call);
        Optional<Map<String, String>> tags = resource.kind() == Kind.INSIGHT_RULE
                ? insightRules.tags(call, resource.name())
                : store.locked(() -> find(store, resource).<Map<String, String>>map(TreeMap::new));
        return ListTagsForResourceOutput.builder()
                .tags(Tags.view(tags.orElse(Map.of())))
                .build();
    }

    private static Resource parse(String arn, Call call) {
        String[] parts = arn.split(":", PARTS);
        boolean here = parts.length == PARTS
                && parts[0].equals("arn")
                && parts[SERVICE].equals("cloudwatch")
                && parts[REGION].equals(call.region())
                && parts[ACCOUNT].equals(call.accountId());
        for (Kind kind : Kind.values()) {
            if (here && parts[REST].startsWith(kind.prefix)) {
                return new Resource(kind, parts[REST].substring(kind.prefix.length()));
            }
        }
        throw AlarmErrors.invalidParameter("The value '" + arn + "' for parameter ResourceARN is not the ARN of an "
                + "alarm, an alarm mute rule or an insight rule of this account and region.");
    }

    private static Optional<Map<String, String>> find(AlarmStore store, Resource resource) {
        return resource.kind() == Kind.ALARM
                ? store.find(resource.name()).map(Alarm::tags)
                : Optional.ofNullable(store.mutes().byName().get(resource.name()))
                        .map(MuteRule::tags);
    }

    private void change(String arn, Call call, UnaryOperator<Map<String, String>> change) {
        Resource resource = parse(arn, call);
        boolean found = resource.kind() == Kind.INSIGHT_RULE
                ? insightRules.changeTags(call, resource.name(), change)
                : change(alarms.in(call), resource, change);
        if (!found) {
            throw AlarmErrors.noSuchResource(resource.kind().type, resource.name());
        }
    }

    private static boolean change(AlarmStore store, Resource resource, UnaryOperator<Map<String, String>> change) {
        return store.locked(() -> {
            Optional<Map<String, String>> tags = find(store, resource);
            tags.ifPresent(present -> {
                Map<String, String> changed = change.apply(present);
                present.clear();
                present.putAll(changed);
            });
            return tags.isPresent();
        });
    }
}
