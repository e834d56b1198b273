package io.vaportrail.events.target;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.Paging;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleTarget;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.ListTargetsByRuleRequest;
import io.vaportrail.model.events.ListTargetsByRuleResponse;
import io.vaportrail.model.events.RemoveTargetsRequest;
import io.vaportrail.model.events.RemoveTargetsResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RemoveTargets and ListTargetsByRule. */
public final class TargetOperations {
    private final Buses buses;
    private final Ids ids;

    /** Operations on the targets of rules of these. */
    public TargetOperations(Buses buses, Ids ids) {
        this.buses = buses;
        this.ids = ids;
    }

    /** Registers them, and PutTargets. */
    public void register(OperationRegistry operations) {
        operations
                .inline(EventsService.PUT_TARGETS, new PutTargets(buses, ids))
                .inline(EventsService.REMOVE_TARGETS, this::removeTargets)
                .inline(EventsService.LIST_TARGETS_BY_RULE, this::listTargetsByRule);
    }

    private Rule rule(@Nullable String bus, String rule, Call call) {
        return buses.get(bus, call.accountId(), call.region()).rule(rule);
    }

    /** Ids that the rule does not have are no mistake. */
    private RemoveTargetsResponse removeTargets(RemoveTargetsRequest input, Call call) {
        Rule rule = rule(input.eventBusName(), input.rule(), call);
        rule.changeTargets(all -> {
            input.ids().forEach(all::remove);
            return all;
        });
        buses.report(rule);
        return RemoveTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }

    private ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest input, Call call) {
        Rule rule = rule(input.eventBusName(), input.rule(), call);
        Paging<RuleTarget> page = Paging.of(rule.targets(), any -> true, input.nextToken(), input.limit());
        return ListTargetsByRuleResponse.builder()
                .targets(page.elements().stream().map(RuleTarget::shape).toList())
                .nextToken(page.nextToken())
                .build();
    }
}
