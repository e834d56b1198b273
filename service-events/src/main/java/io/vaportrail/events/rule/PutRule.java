package io.vaportrail.events.rule;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.pattern.EventPattern;
import io.vaportrail.events.schedule.Schedule;
import io.vaportrail.events.schedule.Schedules;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleSettings;
import io.vaportrail.events.tag.TagRules;
import io.vaportrail.model.events.PutRuleRequest;
import io.vaportrail.model.events.PutRuleResponse;
import io.vaportrail.model.events.RuleState;
import org.jspecify.annotations.Nullable;

/**
 * PutRule. An existing rule then says what is put and nothing else, but keeps its targets and tags.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html">PutRule</a>
 */
public final class PutRule implements Handler<PutRuleRequest, PutRuleResponse> {
    private final Buses buses;
    private final Schedules schedules;

    /** The operation. */
    public PutRule(Buses buses, Schedules schedules) {
        this.buses = buses;
        this.schedules = schedules;
    }

    @Override
    public PutRuleResponse handle(PutRuleRequest input, Call call) {
        EventBus bus = buses.get(input.eventBusName(), call.accountId(), call.region());
        String pattern = given(input.eventPattern());
        String schedule = given(input.scheduleExpression());
        if (pattern == null && schedule == null) {
            throw EventsErrors.validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        if (schedule != null && !bus.isDefault()) {
            throw EventsErrors.validation("ScheduleExpression is supported only on the default event bus.");
        }
        RuleSettings settings = new RuleSettings(
                pattern == null ? null : EventPattern.compile(pattern),
                schedule == null ? null : Schedule.parse(schedule),
                input.state() == null ? RuleState.ENABLED : input.state(),
                input.description(),
                input.roleArn());
        Rule rule = bus.put(new Rule(bus, input.name(), call.accountId(), settings, TagRules.initial(input.tags())));
        schedules.start(rule);
        buses.report(rule);
        return PutRuleResponse.builder().ruleArn(rule.arn()).build();
    }

    /** An empty text is as good as none. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
