package io.vaportrail.metrics.alarm;

import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.alarm.evaluation.AlarmTerms;
import io.vaportrail.metrics.alarm.evaluation.ContributorVerdict;
import io.vaportrail.metrics.alarm.evaluation.Evaluator;
import io.vaportrail.metrics.alarm.evaluation.Verdict;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.EvaluationState;
import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates metric alarms as the emulator's time passes: one second after each whole minute, and one second after every ten seconds
 * where there are alarms of high resolution. AWS too evaluates each alarm at some second of each minute; the second after the
 * whole minute leaves time for what services measure when a minute ends.
 *
 * <p>A single timer is enough for all alarms, and there is none when there are no metric alarms.
 */
final class AlarmClockwork {
    /** How long after a minute, or ten seconds, alarms are evaluated. */
    static final long DELAY_MILLIS = 1000;

    private static final Logger log = LoggerFactory.getLogger(AlarmClockwork.class);
    private static final long MILLIS = 1000;
    private static final long MINUTE = 60_000;
    private static final long TEN_SECONDS = 10_000;

    private final Alarms alarms;
    private final Evaluator evaluator;
    private final EmulatorClock clock;

    /** When the timer that is set goes off, or {@link Long#MAX_VALUE}; guarded by this. */
    private long next = Long.MAX_VALUE;

    private @Nullable Cancellable timer;

    AlarmClockwork(Alarms alarms, Evaluator evaluator, EmulatorClock clock) {
        this.alarms = alarms;
        this.evaluator = evaluator;
        this.clock = clock;
    }

    /** Sees to it that alarms of such a resolution are evaluated; called when one is put. */
    synchronized void wake(boolean highResolution) {
        long due = after(clock.millis(), highResolution ? TEN_SECONDS : MINUTE);
        if (due < next) {
            rest();
            next = due;
            timer = clock.schedule(due, () -> tick(due));
        }
    }

    private synchronized void rest() {
        if (timer != null) {
            timer.cancel();
        }
        next = Long.MAX_VALUE;
        timer = null;
    }

    /** Sets the timer anew; called when the emulator is reset, which takes back time and drops timers. */
    void reset() {
        rest();
        for (AlarmStore store : alarms.all()) {
            for (MetricAlarm alarm : metricAlarms(store)) {
                wake(highResolution(alarm));
            }
        }
    }

    private static boolean highResolution(MetricAlarm alarm) {
        return alarm.terms().stepSeconds() * MILLIS < MINUTE;
    }

    private static long after(long now, long step) {
        return (Math.floorDiv(now - DELAY_MILLIS, step) + 1) * step + DELAY_MILLIS;
    }

    private static List<MetricAlarm> metricAlarms(AlarmStore store) {
        return store.locked(() -> new ArrayList<>(store.metricAlarms().values()));
    }

    private void tick(long due) {
        rest();
        evaluator.begin();
        for (AlarmStore store : alarms.all()) {
            for (MetricAlarm alarm : metricAlarms(store)) {
                if ((due - DELAY_MILLIS) % (alarm.terms().stepSeconds() * MILLIS) == 0) {
                    evaluate(store, alarm);
                }
                wake(highResolution(alarm));
            }
        }
    }

    private void evaluate(AlarmStore store, MetricAlarm alarm) {
        try {
            AlarmTerms terms = alarm.terms();
            if (terms.grouped()) {
                List<ContributorVerdict> verdicts = evaluator.contributors(terms, clock.millis());
                evaluated(store, alarm);
                store.apply(alarm, terms, verdicts);
                return;
            }
            Verdict verdict = evaluator.evaluate(terms, clock.millis());
            evaluated(store, alarm);
            String value = verdict.state();
            if (value != null && !value.equals(alarm.state().value())) {
                store.apply(alarm, evaluator.withSampleCounts(verdict), value);
            }
        } catch (ServiceException e) {
            if (alarm.evaluationState() == null) {
                log.warn("alarm {} cannot be evaluated: {}", alarm.arn(), e.getMessage());
                store.evaluationState(alarm, EvaluationState.EVALUATION_ERROR);
            }
        } catch (RuntimeException e) {
            log.error("alarm {} was not evaluated", alarm.arn(), e);
            store.evaluationState(alarm, EvaluationState.EVALUATION_FAILURE);
        }
    }

    private static void evaluated(AlarmStore store, MetricAlarm alarm) {
        if (alarm.evaluationState() != null) {
            store.evaluationState(alarm, null);
        }
    }
}
