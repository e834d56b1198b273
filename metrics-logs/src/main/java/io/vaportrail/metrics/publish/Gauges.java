package io.vaportrail.metrics.publish;

import io.vaportrail.core.metric.GaugeSource;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.EmulatorClock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at gauges when a minute of the clock ends and when somebody reads. A timer exists only while some source wants to be looked
 * at.
 */
public final class Gauges {
    private static final long MINUTE_MILLIS = 60_000;

    private final MetricIntake intake;
    private final EmulatorClock clock;

    // Guarded by this.
    private final Set<GaugeSource> sources = new LinkedHashSet<>();
    private @Nullable Cancellable timer;
    private long nextEnd;

    /** No sources. */
    public Gauges(MetricIntake intake, EmulatorClock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** Looks at the source from now on, as long as it wants. */
    public synchronized void add(GaugeSource source) {
        if (sources.add(source) && timer == null) {
            schedule();
        }
    }

    private void schedule() {
        nextEnd = (clock.millis() / MINUTE_MILLIS + 1) * MINUTE_MILLIS;
        timer = clock.schedule(nextEnd, this::endOfMinute);
    }

    private synchronized void endOfMinute() {
        sampleEnded();
        timer = null;
        if (!sources.isEmpty()) {
            schedule();
        }
    }

    /** Looks at the gauges for the minute that has ended, unless that was done, and for the one that runs. */
    public synchronized void catchUp() {
        if (sources.isEmpty()) {
            return;
        }
        sampleEnded();
        long now = clock.millis();
        for (GaugeSource source : sources) {
            source.sample(now, new Minute(now, false));
        }
    }

    /** What a minute held at its end stands for that minute. */
    private void sampleEnded() {
        long now = clock.millis();
        long end = nextEnd;
        if (now < end) {
            return;
        }
        nextEnd = (now / MINUTE_MILLIS + 1) * MINUTE_MILLIS;
        sources.removeIf(source -> !source.sample(now, new Minute(end - MINUTE_MILLIS, true)));
    }

    /** Forgets the sources; those that live on add themselves again. */
    public synchronized void reset() {
        sources.clear();
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Puts what a source tells into one minute. */
    private final class Minute implements GaugeSource.Values {
        private final long timestampMillis;
        private final boolean ended;

        Minute(long timestampMillis, boolean ended) {
            this.timestampMillis = timestampMillis;
            this.ended = ended;
        }

        @Override
        public void gauge(MetricId metric, double value, MetricUnit unit) {
            intake.replace(new MetricIntake.Point(metric, timestampMillis, false, unit), value);
        }

        @Override
        public void zero(MetricId metric, MetricUnit unit) {
            if (ended) {
                intake.addZero(new MetricIntake.Point(metric, timestampMillis, false, unit));
            }
        }
    }
}
