package io.vaportrail.events.target;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleTarget;
import io.vaportrail.events.transform.Payloads;
import io.vaportrail.model.events.PutTargetsRequest;
import io.vaportrail.model.events.PutTargetsResponse;
import io.vaportrail.model.events.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * PutTargets. A target with the id of one that the rule has takes its place.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html">PutTargets</a>
 */
public final class PutTargets implements Handler<PutTargetsRequest, PutTargetsResponse> {
    private final Buses buses;
    private final Ids ids;

    /** The operation. */
    public PutTargets(Buses buses, Ids ids) {
        this.buses = buses;
        this.ids = ids;
    }

    @Override
    public PutTargetsResponse handle(PutTargetsRequest input, Call call) {
        EventBus bus = buses.get(input.eventBusName(), call.accountId(), call.region());
        Rule rule = bus.rule(input.rule());
        List<RuleTarget> targets = new ArrayList<>();
        for (Target target : input.targets()) {
            targets.add(new RuleTarget(target, TargetRules.check(target, bus), Payloads.of(target), ids.uuid()));
        }
        rule.changeTargets(all -> {
            targets.forEach(target -> all.put(target.shape().id(), target));
            if (all.size() > EventsLimits.TARGETS) {
                throw EventsErrors.limitExceeded();
            }
            return all;
        });
        buses.report(rule);
        return PutTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }
}
