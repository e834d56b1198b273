package io.vaportrail.events.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.PolicyCache;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyEvaluator;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Rule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings events from one bus to another. They go one step only: a rule cannot send on what came from another bus. A bus of another
 * account must let the sending account in.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html">Sending events between buses</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html">Between accounts</a>
 */
final class BusSender {
    private static final String ACTION = "events:PutEvents";

    private final Buses buses;
    private final Ids ids;
    private final EmulatorClock clock;
    private final PolicyCache policies = new PolicyCache(PolicyKind.RESOURCE);
    private final Router router;

    BusSender(Buses buses, Ids ids, EmulatorClock clock, Router router) {
        this.buses = buses;
        this.ids = ids;
        this.clock = clock;
        this.router = router;
    }

    CompletionStage<?> send(Delivery delivery, Caller caller) {
        Rule rule = delivery.rule();
        EventBus from = rule.bus();
        String arn = delivery.target().arn().toString();
        EventBus to = buses.find(arn, from.accountId(), from.region());
        if (to == null) {
            throw Failure.permanent(Failure.NO_RESOURCE, "Event bus " + arn + " does not exist.");
        }
        if (!isAllowed(delivery, caller, to)) {
            throw Failure.permanent(
                    Failure.NO_PERMISSIONS, "The policy of " + arn + " does not let " + rule.arn() + " put events.");
        }
        Event event = delivery.event();
        String id = to.region().equals(from.region()) ? event.id() : ids.uuid();
        router.forward(to, event.forwardedAs(id, clock.now()), delivery.cause());
        return CompletableFuture.completedStage(to);
    }

    private boolean isAllowed(Delivery delivery, Caller caller, EventBus to) {
        EventBus from = delivery.rule().bus();
        Principal principal =
                caller.type() == Caller.Type.AWS_SERVICE ? Principal.account(from.accountId()) : Principal.of(caller);
        RequestContext context = RequestContext.builder()
                .put("aws:SourceArn", delivery.rule().arn())
                .put("aws:SourceAccount", from.accountId())
                .put("aws:PrincipalAccount", from.accountId())
                .put("events:source", delivery.event().source())
                .put("events:detail-type", delivery.event().detailType())
                .build();
        AccessRequest request = new AccessRequest(principal, ACTION, to.arn().toString(), context);
        return PolicyEvaluator.evaluate(request, PrincipalPolicies.ADMINISTRATOR, policy(to), to.accountId())
                .allowed();
    }

    private @Nullable PolicyDocument policy(EventBus bus) {
        String text = bus.settings().policy();
        return text == null ? null : policies.get(text);
    }
}
