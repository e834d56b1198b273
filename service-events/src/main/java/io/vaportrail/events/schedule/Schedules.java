package io.vaportrail.events.schedule;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.delivery.Router;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleSettings;
import java.time.Instant;
import java.util.List;

/** Fires the rules that have a schedule, on the emulator's clock: one timer for each, for its next time. */
public final class Schedules {
    private final EmulatorClock clock;
    private final Ids ids;
    private final Router router;

    /** Schedules that fire through the router. */
    public Schedules(EmulatorClock clock, Ids ids, Router router) {
        this.clock = clock;
        this.ids = ids;
        this.router = router;
    }

    /** Has the rule wait for its next time, if it has one; what it waited for before is called off. */
    public void start(Rule rule) {
        long now = clock.millis();
        arm(rule, rule.settings(), now, now);
    }

    private void arm(Rule rule, RuleSettings settings, long start, long now) {
        Schedule schedule = settings.schedule();
        long next = schedule == null || !settings.enabled() ? Schedule.NEVER : schedule.after(start, now);
        if (next == Schedule.NEVER) {
            rule.timer(null);
        } else {
            rule.timer(clock.schedule(next, () -> fire(rule, settings, start, next)));
        }
    }

    private void fire(Rule rule, RuleSettings settings, long start, long due) {
        if (rule.deleted() || rule.settings() != settings) {
            return;
        }
        arm(rule, settings, start, Math.max(due, clock.millis()));
        EventBus bus = rule.bus();
        Instant time = Instant.ofEpochMilli(due);
        router.trigger(
                rule,
                new Event(
                        ids.uuid(),
                        "aws.events",
                        "Scheduled Event",
                        bus.accountId(),
                        time,
                        bus.region(),
                        List.of(rule.arn()),
                        "{}",
                        null,
                        time,
                        null,
                        false));
    }
}
