package io.vaportrail.events.store;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.time.Cancellable;
import io.vaportrail.events.pattern.EventPattern;
import io.vaportrail.events.pattern.PatternIndex;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A rule: what it waits for, and its targets. Its parts are immutable and exchanged as a whole, so that deliveries take no lock. */
public final class Rule implements PatternIndex.Matchable {
    private final EventBus bus;
    private final String name;
    private final String createdBy;
    private final List<MetricDimension> dimensions;
    private volatile RuleSettings settings;
    private volatile NavigableMap<String, RuleTarget> targets = Collections.emptyNavigableMap();
    private volatile Map<String, String> tags;
    private volatile boolean deleted;

    // Guarded by this.
    private @Nullable Cancellable timer;

    /**
     * A rule without targets.
     *
     * @param createdBy the account that put it first
     */
    public Rule(EventBus bus, String name, String createdBy, RuleSettings settings, Map<String, String> tags) {
        this.bus = bus;
        this.name = name;
        this.createdBy = createdBy;
        this.settings = settings;
        this.tags = tags;
        MetricDimension own = new MetricDimension("RuleName", name);
        this.dimensions =
                bus.isDefault() ? List.of(own) : List.of(new MetricDimension("EventBusName", bus.name()), own);
    }

    /** The bus that it listens on. */
    public EventBus bus() {
        return bus;
    }

    /** Its name, unique on its bus. */
    public String name() {
        return name;
    }

    /** The account that put it first. */
    public String createdBy() {
        return createdBy;
    }

    /** Its ARN; on the default bus without the bus's name. */
    public String arn() {
        return EventsArn.events(
                        bus.accountId(), bus.region(), "rule/" + (bus.isDefault() ? name : bus.name() + "/" + name))
                .toString();
    }

    /** The dimensions of its metrics. */
    public List<MetricDimension> dimensions() {
        return dimensions;
    }

    /** What it says. */
    public RuleSettings settings() {
        return settings;
    }

    /** Says something else from now on; the bus must be told. */
    void settings(RuleSettings newSettings) {
        settings = newSettings;
    }

    @Override
    public @Nullable EventPattern pattern() {
        RuleSettings current = settings;
        return current.enabled() && !deleted ? current.pattern() : null;
    }

    /** Its targets by id. */
    public NavigableMap<String, RuleTarget> targets() {
        return targets;
    }

    /** Changes its targets. */
    public synchronized void changeTargets(UnaryOperator<NavigableMap<String, RuleTarget>> change) {
        targets = Collections.unmodifiableNavigableMap(change.apply(new TreeMap<>(targets)));
    }

    /** Its tags. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Changes its tags. */
    public synchronized void changeTags(UnaryOperator<Map<String, String>> change) {
        tags = change.apply(tags);
    }

    /** Whether it is there no more. */
    public boolean deleted() {
        return deleted;
    }

    /** Ends it; nothing is delivered any more. */
    void delete() {
        deleted = true;
        timer(null);
    }

    /** Has the timer fire it next, instead of the one before; {@code null} for none. A rule that has ended takes none. */
    public synchronized void timer(@Nullable Cancellable next) {
        if (timer != null) {
            timer.cancel();
        }
        timer = next;
        if (deleted && next != null) {
            next.cancel();
            timer = null;
        }
    }
}
