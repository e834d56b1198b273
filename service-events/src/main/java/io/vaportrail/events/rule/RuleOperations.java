package io.vaportrail.events.rule;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.schedule.Schedules;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Paging;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleSettings;
import io.vaportrail.model.events.DeleteRuleRequest;
import io.vaportrail.model.events.DescribeRuleRequest;
import io.vaportrail.model.events.DescribeRuleResponse;
import io.vaportrail.model.events.DisableRuleRequest;
import io.vaportrail.model.events.EnableRuleRequest;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.ListRuleNamesByTargetRequest;
import io.vaportrail.model.events.ListRuleNamesByTargetResponse;
import io.vaportrail.model.events.ListRulesRequest;
import io.vaportrail.model.events.ListRulesResponse;
import io.vaportrail.model.events.RuleState;
import io.vaportrail.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * DescribeRule, ListRules, ListRuleNamesByTarget, EnableRule, DisableRule, DeleteRule.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html">Rules</a>
 */
public final class RuleOperations {
    private final Buses buses;
    private final Schedules schedules;

    /** Operations on these. */
    public RuleOperations(Buses buses, Schedules schedules) {
        this.buses = buses;
        this.schedules = schedules;
    }

    /** Registers them, and PutRule. Patterns are compiled by workers: they may take their time. */
    public void register(OperationRegistry operations) {
        operations
                .onWorker(EventsService.PUT_RULE, new PutRule(buses, schedules))
                .inline(EventsService.DESCRIBE_RULE, this::describeRule)
                .inline(EventsService.LIST_RULES, this::listRules)
                .inline(EventsService.LIST_RULE_NAMES_BY_TARGET, this::listRuleNamesByTarget)
                .inline(EventsService.ENABLE_RULE, this::enableRule)
                .inline(EventsService.DISABLE_RULE, this::disableRule)
                .inline(EventsService.DELETE_RULE, this::deleteRule);
    }

    private EventBus bus(@Nullable String nameOrArn, Call call) {
        return buses.get(nameOrArn, call.accountId(), call.region());
    }

    private DescribeRuleResponse describeRule(DescribeRuleRequest input, Call call) {
        Rule rule = bus(input.eventBusName(), call).rule(input.name());
        RuleSettings settings = rule.settings();
        return DescribeRuleResponse.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventPattern(pattern(settings))
                .scheduleExpression(schedule(settings))
                .state(settings.state())
                .description(settings.description())
                .roleArn(settings.roleArn())
                .eventBusName(rule.bus().name())
                .createdBy(rule.createdBy())
                .build();
    }

    private ListRulesResponse listRules(ListRulesRequest input, Call call) {
        String prefix = input.namePrefix() == null ? "" : input.namePrefix();
        Paging<Rule> page = Paging.of(
                bus(input.eventBusName(), call).rulesByName(),
                rule -> rule.name().startsWith(prefix),
                input.nextToken(),
                input.limit());
        return ListRulesResponse.builder()
                .rules(page.elements().stream().map(RuleOperations::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static io.vaportrail.model.events.Rule listed(Rule rule) {
        RuleSettings settings = rule.settings();
        return io.vaportrail.model.events.Rule.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventPattern(pattern(settings))
                .state(settings.state())
                .description(settings.description())
                .scheduleExpression(schedule(settings))
                .roleArn(settings.roleArn())
                .eventBusName(rule.bus().name())
                .build();
    }

    private static @Nullable String pattern(RuleSettings settings) {
        return settings.pattern() == null ? null : settings.pattern().text();
    }

    private static @Nullable String schedule(RuleSettings settings) {
        return settings.schedule() == null ? null : settings.schedule().expression();
    }

    private ListRuleNamesByTargetResponse listRuleNamesByTarget(ListRuleNamesByTargetRequest input, Call call) {
        Paging<Rule> page = Paging.of(
                bus(input.eventBusName(), call).rulesByName(),
                rule -> rule.targets().values().stream()
                        .anyMatch(target -> target.shape().arn().equals(input.targetArn())),
                input.nextToken(),
                input.limit());
        return ListRuleNamesByTargetResponse.builder()
                .ruleNames(page.elements().stream().map(Rule::name).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private Unit enableRule(EnableRuleRequest input, Call call) {
        state(bus(input.eventBusName(), call), input.name(), RuleState.ENABLED);
        return Unit.INSTANCE;
    }

    private Unit disableRule(DisableRuleRequest input, Call call) {
        state(bus(input.eventBusName(), call), input.name(), RuleState.DISABLED);
        return Unit.INSTANCE;
    }

    private void state(EventBus bus, String name, String state) {
        Rule rule = bus.rule(name);
        bus.state(rule, state);
        schedules.start(rule);
        buses.report(rule);
    }

    /** A rule that is not there is as good as deleted. There are no managed rules that Force would be needed for. */
    private Unit deleteRule(DeleteRuleRequest input, Call call) {
        EventBus bus = bus(input.eventBusName(), call);
        Rule rule = bus.findRule(input.name());
        if (rule == null) {
            return Unit.INSTANCE;
        }
        if (!rule.targets().isEmpty()) {
            throw EventsErrors.validation("Rule can't be deleted since it has targets.");
        }
        bus.remove(rule);
        buses.report(rule);
        return Unit.INSTANCE;
    }
}
