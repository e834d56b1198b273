package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.Tags;
import io.vaportrail.metrics.alarm.mute.MuteRule;
import io.vaportrail.metrics.alarm.mute.MuteSchedule;
import io.vaportrail.metrics.alarm.state.AlarmArn;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.model.cloudwatch.AlarmMuteRuleSummary;
import io.vaportrail.model.cloudwatch.DeleteAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.GetAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.GetAlarmMuteRuleOutput;
import io.vaportrail.model.cloudwatch.ListAlarmMuteRulesInput;
import io.vaportrail.model.cloudwatch.ListAlarmMuteRulesOutput;
import io.vaportrail.model.cloudwatch.MuteTargets;
import io.vaportrail.model.cloudwatch.PutAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.Rule;
import io.vaportrail.schema.Unit;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PutAlarmMuteRule, GetAlarmMuteRule, ListAlarmMuteRules and DeleteAlarmMuteRule.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html">PutAlarmMuteRule</a>
 */
final class MuteOperations {
    private static final String RESOURCE = "AlarmMuteRule";

    private final Alarms alarms;
    private final EmulatorClock clock;

    MuteOperations(Alarms alarms, EmulatorClock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** PutAlarmMuteRule; tags are those of a new rule. */
    Unit putAlarmMuteRule(PutAlarmMuteRuleInput input, Call call) {
        MuteSchedule schedule = MuteSchedule.of(input.rule().schedule());
        if (input.startDate() != null
                && input.expireDate() != null
                && !input.startDate().isBefore(input.expireDate())) {
            throw AlarmErrors.validation("StartDate must be before ExpireDate");
        }
        Set<String> names = new LinkedHashSet<>();
        if (input.muteTargets() != null) {
            input.muteTargets().alarmNames().forEach(name -> names.add(AlarmArn.nameOf(name)));
        }
        Map<String, String> tags = Tags.of(input.tags());
        AlarmStore store = alarms.in(call);
        return store.locked(() -> {
            MuteRule present = store.mutes().byName().get(input.name());
            MuteRule rule = new MuteRule(
                    input.name(),
                    input.description(),
                    schedule,
                    names,
                    input.startDate(),
                    input.expireDate(),
                    clock.millis(),
                    present == null ? tags : present.tags());
            store.mutes().byName().put(rule.name(), rule);
            return Unit.INSTANCE;
        });
    }

    /** GetAlarmMuteRule. */
    GetAlarmMuteRuleOutput getAlarmMuteRule(GetAlarmMuteRuleInput input, Call call) {
        AlarmStore store = alarms.in(call);
        MuteRule rule = store.locked(() -> store.mutes().byName().get(input.alarmMuteRuleName()));
        if (rule == null) {
            throw AlarmErrors.noSuchResource(RESOURCE, input.alarmMuteRuleName());
        }
        return GetAlarmMuteRuleOutput.builder()
                .name(rule.name())
                .alarmMuteRuleArn(AlarmArn.ofMuteRule(call.accountId(), call.region(), rule.name()))
                .description(rule.description())
                .rule(Rule.builder().schedule(rule.schedule().definition()).build())
                .muteTargets(
                        rule.alarmNames().isEmpty()
                                ? null
                                : MuteTargets.builder()
                                        .alarmNames(List.copyOf(rule.alarmNames()))
                                        .build())
                .startDate(rule.startDate())
                .expireDate(rule.expireDate())
                .status(rule.status(clock.millis()))
                .lastUpdatedTimestamp(Instant.ofEpochMilli(rule.updatedMillis()))
                .muteType(rule.schedule().type())
                .build();
    }

    /** ListAlarmMuteRules, by name. */
    ListAlarmMuteRulesOutput listAlarmMuteRules(ListAlarmMuteRulesInput input, Call call) {
        long now = clock.millis();
        AlarmStore store = alarms.in(call);
        List<MuteRule> found = store.locked(() -> store.mutes().byName().values().stream()
                .filter(rule -> input.alarmName() == null || rule.alarmNames().contains(input.alarmName()))
                .filter(rule -> input.statuses() == null
                        || input.statuses().isEmpty()
                        || input.statuses().contains(rule.status(now)))
                .toList());
        int size = input.maxRecords() == null ? AlarmLimits.PAGE : input.maxRecords();
        String filters = "mutes " + input.alarmName() + ' ' + input.statuses();
        Page<MuteRule> page = Page.of(found, filters, input.nextToken(), size, MuteRule::name);
        return ListAlarmMuteRulesOutput.builder()
                .alarmMuteRuleSummaries(page.elements().stream()
                        .map(rule -> summary(rule, call, now))
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static AlarmMuteRuleSummary summary(MuteRule rule, Call call, long now) {
        return AlarmMuteRuleSummary.builder()
                .alarmMuteRuleArn(AlarmArn.ofMuteRule(call.accountId(), call.region(), rule.name()))
                .expireDate(rule.expireDate())
                .status(rule.status(now))
                .muteType(rule.schedule().type())
                .lastUpdatedTimestamp(Instant.ofEpochMilli(rule.updatedMillis()))
                .build();
    }

    /** DeleteAlarmMuteRule; one that does not exist is none any more. */
    Unit deleteAlarmMuteRule(DeleteAlarmMuteRuleInput input, Call call) {
        AlarmStore store = alarms.in(call);
        return store.locked(() -> {
            store.mutes().byName().remove(input.alarmMuteRuleName());
            return Unit.INSTANCE;
        });
    }
}
