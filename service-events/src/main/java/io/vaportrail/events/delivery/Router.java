package io.vaportrail.events.delivery;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.status.EventsMetrics;
import io.vaportrail.events.store.BusListener;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Finds the rules that an event matches, and sets off the deliveries. What would take over a millisecond is left to a worker. */
public final class Router {
    private static final CompletionStage<@Nullable Void> DONE = CompletableFuture.completedStage(null);

    private final EventsMetrics metrics;
    private final TargetRoles roles;
    private final Deliverer deliverer;
    private final Executor workers;

    /** A router over all buses. */
    public Router(EmulatorContext context, Buses buses, EventsMetrics metrics) {
        this.metrics = metrics;
        this.workers = context.workers();
        this.roles = new TargetRoles(context.calls(), context.clock());
        Senders senders = new Senders(
                context.calls(),
                roles,
                new LogSender(context.calls(), context.clock()),
                new BusSender(buses, context.ids(), context.clock(), this));
        this.deliverer = new Deliverer(senders, metrics, context.clock(), context.ids());
    }

    /**
     * An event for a bus.
     *
     * @param bus where it is put
     * @param event what is put
     */
    public record Routed(EventBus bus, Event event) {}

    /** A rule that is to deliver an event. */
    private record Matched(Rule rule, Event event, String json) {}

    /**
     * Routes events.
     *
     * @param bytes how large they are together
     * @param cause the call that brought them
     * @return what completes when their deliveries have been set off
     */
    public CompletionStage<@Nullable Void> route(List<Routed> events, int bytes, Call cause) {
        if (events.isEmpty()) {
            return DONE;
        }
        boolean here = bytes <= EventsLimits.INLINE_BYTES;
        for (Routed one : events) {
            EventBus bus = one.bus();
            here &= bus.index().isReady() && bus.ruleCount() <= EventsLimits.INLINE_RULES;
        }
        if (!here) {
            return onWorker(() -> deliver(match(events), cause));
        }
        List<Matched> matched = match(events);
        int deliveries = 0;
        for (Matched one : matched) {
            deliveries += one.rule().targets().size();
        }
        if (deliveries > EventsLimits.INLINE_DELIVERIES) {
            return onWorker(() -> deliver(matched, cause));
        }
        deliver(matched, cause);
        return DONE;
    }

    /** When the workers are overloaded, whoever brings events waits, which slows callers down to what can be done. */
    private CompletionStage<@Nullable Void> onWorker(Runnable work) {
        try {
            return CompletableFuture.runAsync(work, workers).thenApply(nothing -> null);
        } catch (RejectedExecutionException e) {
            work.run();
            return DONE;
        }
    }

    private List<Matched> match(List<Routed> events) {
        List<Matched> matched = new ArrayList<>();
        for (Routed one : events) {
            match(one.bus(), one.event(), matched);
        }
        return matched;
    }

    private static void match(EventBus bus, Event event, List<Matched> into) {
        if (bus.ruleCount() == 0 && bus.listeners().isEmpty()) {
            return;
        }
        String json = event.json();
        for (BusListener listener : bus.listeners()) {
            listener.taken(event, json);
        }
        Collection<Rule> rules = bus.index().matching(json);
        boolean readOnly = !rules.isEmpty() && ReadOnlyEvents.includes(event);
        for (Rule rule : rules) {
            if (rule.pattern() != null && (!readOnly || rule.settings().readOnlyEvents())) {
                into.add(new Matched(rule, event, json));
            }
        }
    }

    private void deliver(List<Matched> matched, @Nullable Call cause) {
        for (Matched one : matched) {
            metrics.matched(one.rule());
            deliverer.deliver(one.rule(), one.event(), one.json(), cause);
        }
    }

    /** Takes an event that a rule of another bus sends. */
    void forward(EventBus bus, Event event, @Nullable Call cause) {
        List<Matched> matched = new ArrayList<>();
        match(bus, event, matched);
        deliver(matched, cause);
    }

    /**
     * Delivers an event of an archive once more.
     *
     * @param ruleArns the rules that may get it; empty for all
     */
    public void replay(EventBus bus, Event event, Set<String> ruleArns) {
        List<Matched> matched = new ArrayList<>();
        match(bus, event, matched);
        matched.removeIf(
                one -> !ruleArns.isEmpty() && !ruleArns.contains(one.rule().arn()));
        deliver(matched, null);
    }

    /** Delivers an event that a rule has made itself. */
    public void trigger(Rule rule, Event event) {
        metrics.triggered(rule);
        deliverer.deliver(rule, event, event.json(), null);
    }

    /**
     * Forgets what it remembers.
     *
     * @param everything whether all accounts are forgotten, and the clock's timers with them
     */
    public void reset(boolean everything) {
        roles.reset();
        if (everything) {
            deliverer.reset();
        }
    }
}
