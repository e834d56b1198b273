package io.vaportrail.metrics.contributor;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.Tags;
import io.vaportrail.metrics.query.PageToken;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DeleteInsightRulesInput;
import io.vaportrail.model.cloudwatch.DeleteInsightRulesOutput;
import io.vaportrail.model.cloudwatch.DescribeInsightRulesInput;
import io.vaportrail.model.cloudwatch.DescribeInsightRulesOutput;
import io.vaportrail.model.cloudwatch.DisableInsightRulesInput;
import io.vaportrail.model.cloudwatch.DisableInsightRulesOutput;
import io.vaportrail.model.cloudwatch.EnableInsightRulesInput;
import io.vaportrail.model.cloudwatch.EnableInsightRulesOutput;
import io.vaportrail.model.cloudwatch.PartialFailure;
import io.vaportrail.model.cloudwatch.PutInsightRuleInput;
import io.vaportrail.model.cloudwatch.PutInsightRuleOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * PutInsightRule, DescribeInsightRules, EnableInsightRules, DisableInsightRules, DeleteInsightRules and GetInsightRuleReport. Rules
 * that AWS manages need services that publish to them; there are none here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutInsightRule.html">PutInsightRule</a>
 */
public final class InsightRuleOperations {
    private static final String ENABLED = "ENABLED";
    private static final String DISABLED = "DISABLED";

    private final InsightRules rules;
    private final EmulatorClock clock;

    /** Operations on the rules. */
    public InsightRuleOperations(InsightRules rules, EmulatorClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .inline(CloudWatchService.PUT_INSIGHT_RULE, this::put)
                .inline(CloudWatchService.DESCRIBE_INSIGHT_RULES, this::describe)
                .inline(CloudWatchService.ENABLE_INSIGHT_RULES, this::enable)
                .inline(CloudWatchService.DISABLE_INSIGHT_RULES, this::disable)
                .inline(CloudWatchService.DELETE_INSIGHT_RULES, this::delete)
                .onWorker(CloudWatchService.GET_INSIGHT_RULE_REPORT, new RuleReport(rules, clock));
    }

    /** Makes a rule, or changes one: then its tags stay, and what it counted as long as it counts the same. */
    private PutInsightRuleOutput put(PutInsightRuleInput input, Call call) {
        RuleDefinition definition = DefinitionReader.read(input.ruleDefinition(), call.accountId(), call.region());
        boolean enabled = enabled(input.ruleState());
        boolean transformed = Boolean.TRUE.equals(input.applyOnTransformedLogs());
        Map<String, String> tags = Tags.of(input.tags());
        Map<String, InsightRule> here = rules.of(call);
        synchronized (here) {
            InsightRule present = here.get(input.ruleName());
            if (present == null && here.size() >= RuleLimits.RULES) {
                throw RuleErrors.tooMany(RuleLimits.RULES);
            }
            Observations observations = observations(present, definition);
            here.put(
                    input.ruleName(),
                    new InsightRule(
                            input.ruleName(),
                            definition,
                            enabled,
                            transformed,
                            observations,
                            present == null ? tags : present.tags()));
        }
        return PutInsightRuleOutput.builder().build();
    }

    private static boolean enabled(@Nullable String state) {
        if (state == null || state.equals(ENABLED)) {
            return true;
        }
        if (state.equals(DISABLED)) {
            return false;
        }
        throw RuleErrors.parameter("RuleState", "It must be ENABLED or DISABLED.");
    }

    /** What was observed stays while the definition does; another one begins anew. */
    private Observations observations(@Nullable InsightRule present, RuleDefinition definition) {
        if (present == null) {
            return rules.newObservations();
        }
        if (present.definition().text().equals(definition.text())) {
            return present.observations();
        }
        present.observations().drop();
        return rules.newObservations();
    }

    private DescribeInsightRulesOutput describe(DescribeInsightRulesInput input, Call call) {
        int skip = PageToken.offset(input.nextToken(), "insight rules", RuleErrors::nextToken);
        int size = input.maxResults() == null ? RuleLimits.PAGE : input.maxResults();
        List<InsightRule> all = new ArrayList<>(rules.of(call).values());
        int end = Math.min(all.size(), skip + size);
        List<io.vaportrail.model.cloudwatch.InsightRule> page = new ArrayList<>();
        for (int i = skip; i < end; i++) {
            page.add(view(all.get(i)));
        }
        return DescribeInsightRulesOutput.builder()
                .insightRules(page)
                .nextToken(end < all.size() ? PageToken.of(end, "insight rules") : null)
                .build();
    }

    private static io.vaportrail.model.cloudwatch.InsightRule view(InsightRule rule) {
        return io.vaportrail.model.cloudwatch.InsightRule.builder()
                .name(rule.name())
                .state(rule.enabled() ? ENABLED : DISABLED)
                .schemaMember(RuleDefinition.SCHEMA)
                .definition(rule.definition().text())
                .managedRule(false)
                .applyOnTransformedLogs(rule.transformed())
                .build();
    }

    private EnableInsightRulesOutput enable(EnableInsightRulesInput input, Call call) {
        return EnableInsightRulesOutput.builder()
                .failures(each(input.ruleNames(), name -> changed(call, name, true)))
                .build();
    }

    private DisableInsightRulesOutput disable(DisableInsightRulesInput input, Call call) {
        return DisableInsightRulesOutput.builder()
                .failures(each(input.ruleNames(), name -> changed(call, name, false)))
                .build();
    }

    private boolean changed(Call call, String name, boolean enabled) {
        return rules.change(call, name, rule -> rule.enabled(enabled));
    }

    private DeleteInsightRulesOutput delete(DeleteInsightRulesInput input, Call call) {
        return DeleteInsightRulesOutput.builder()
                .failures(each(input.ruleNames(), name -> deleted(call, name)))
                .build();
    }

    private boolean deleted(Call call, String name) {
        Map<String, InsightRule> here = rules.of(call);
        synchronized (here) {
            InsightRule rule = here.remove(name);
            if (rule != null) {
                rule.observations().drop();
            }
            return rule != null;
        }
    }

    /** Does something with each rule; a failure for each that there is not. */
    private static List<PartialFailure> each(List<String> names, Predicate<String> change) {
        List<PartialFailure> failures = new ArrayList<>();
        for (String name : names) {
            if (!change.test(name)) {
                failures.add(RuleErrors.missing(name));
            }
        }
        return failures;
    }
}
