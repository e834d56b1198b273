package io.vaportrail.events.delivery;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.status.EventsMetrics;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleTarget;
import io.vaportrail.events.transform.Payload;
import io.vaportrail.events.transform.PayloadException;
import io.vaportrail.model.events.RetryPolicy;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to the targets of a rule, and tries again, after longer and longer times on the emulator's clock, what may yet
 * succeed. What waits is bounded; beyond the bound deliveries are given up.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html">How EventBridge retries</a>
 */
final class Deliverer {
    private static final long FIRST_DELAY_MILLIS = 1_000;
    private static final long LONGEST_DELAY_MILLIS = 480_000;
    private static final int MOST_DOUBLINGS = 9;
    private static final int JITTER = 4;
    private static final long MILLIS = 1_000;

    private final Senders senders;
    private final DeadLetters deadLetters;
    private final EventsMetrics metrics;
    private final EmulatorClock clock;
    private final Ids ids;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingCharacters = new AtomicLong();

    Deliverer(Senders senders, EventsMetrics metrics, EmulatorClock clock, Ids ids) {
        this.senders = senders;
        this.deadLetters = new DeadLetters(senders, metrics);
        this.metrics = metrics;
        this.clock = clock;
        this.ids = ids;
    }

    /** Calls all targets of a rule. Does not wait for their answers, and throws nothing. */
    void deliver(Rule rule, Event event, String json, @Nullable Call cause) {
        Payload.RuleName name = new Payload.RuleName(rule.arn(), rule.name());
        for (RuleTarget target : rule.targets().values()) {
            if (event.forwarded() && target.arn().busName() != null) {
                stop(new Delivery(rule, target, event, json, json, clock.millis(), 1, cause));
                continue;
            }
            try {
                String payload = target.payload().of(event, json, name);
                attempt(new Delivery(rule, target, event, json, payload, clock.millis(), 0, cause));
            } catch (PayloadException e) {
                Delivery delivery = new Delivery(rule, target, event, json, json, clock.millis(), 0, cause);
                deadLetters.take(
                        delivery, new Failure(Failure.INVALID_JSON, String.valueOf(e.getMessage()), false), null);
            }
        }
    }

    /** What came from another bus goes no further. */
    private void stop(Delivery delivery) {
        metrics.stopped(delivery.rule());
        boolean account =
                !delivery.event().account().equals(delivery.rule().bus().accountId());
        deadLetters.take(
                delivery,
                new Failure(
                        account ? "THIRD_ACCOUNT_HOP_DETECTED" : "THIRD_REGION_HOP_DETECTED",
                        "an event that came from another event bus cannot be sent to a third one",
                        false),
                null);
    }

    private void attempt(Delivery delivery) {
        metrics.attempted(delivery.rule(), delivery.attempts() > 0);
        CompletionStage<?> sent;
        try {
            sent = senders.send(delivery);
        } catch (RuntimeException e) {
            failed(delivery.triedOnceMore(), e);
            return;
        }
        sent.whenComplete((answer, error) -> {
            if (error == null) {
                long since = clock.millis() - delivery.event().ingested().toEpochMilli();
                metrics.delivered(delivery.rule(), Math.max(0, since));
            } else {
                failed(delivery.triedOnceMore(), error);
            }
        });
    }

    private void failed(Delivery delivery, Throwable error) {
        Failure failure = Failure.of(error);
        if (!failure.retryable()) {
            deadLetters.take(delivery, failure, null);
            return;
        }
        RetryPolicy policy = delivery.target().shape().retryPolicy();
        Integer attempts = policy == null ? null : policy.maximumRetryAttempts();
        Integer age = policy == null ? null : policy.maximumEventAgeInSeconds();
        long next = clock.millis() + delayMillis(delivery.attempts());
        if (delivery.attempts() > (attempts == null ? EventsLimits.RETRY_ATTEMPTS : attempts)) {
            deadLetters.take(delivery, failure, "MaximumRetryAttempts");
        } else if (next > delivery.sinceMillis() + (age == null ? EventsLimits.EVENT_AGE_SECONDS : age) * MILLIS) {
            deadLetters.take(delivery, failure, "MaximumEventAgeInSeconds");
        } else {
            await(delivery, failure, next);
        }
    }

    private void await(Delivery delivery, Failure failure, long atMillis) {
        int characters = delivery.characters();
        boolean full = waiting.incrementAndGet() > EventsLimits.WAITING_DELIVERIES;
        full |= waitingCharacters.addAndGet(characters) > EventsLimits.WAITING_CHARACTERS;
        if (full) {
            release(characters);
            deadLetters.take(delivery, failure, null);
            return;
        }
        clock.schedule(atMillis, () -> {
            release(characters);
            if (!delivery.rule().deleted()) {
                attempt(delivery);
            }
        });
    }

    private void release(int characters) {
        waiting.decrementAndGet();
        waitingCharacters.addAndGet(-characters);
    }

    /** Nothing waits any more; the clock has dropped its timers. */
    void reset() {
        waiting.set(0);
        waitingCharacters.set(0);
    }

    /** Twice as long each time, up to eight minutes, with up to a quarter more: 185 attempts take about a day. */
    private long delayMillis(int attempts) {
        long delay = Math.min(LONGEST_DELAY_MILLIS, FIRST_DELAY_MILLIS << Math.min(attempts - 1, MOST_DOUBLINGS));
        return delay + ids.below((int) (delay / JITTER));
    }
}
