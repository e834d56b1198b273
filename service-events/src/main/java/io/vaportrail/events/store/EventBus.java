package io.vaportrail.events.store;

import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.pattern.PatternIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An event bus and its rules. Rules are changed under its lock; events pass without one. */
public final class EventBus {
    /** The name of the bus that is always there. */
    public static final String DEFAULT = "default";

    private final String accountId;
    private final String region;
    private final String name;
    private final NavigableMap<String, Rule> rules = new ConcurrentSkipListMap<>();
    private final PatternIndex<Rule> index = new PatternIndex<>(() -> new ArrayList<>(rules()));
    private final List<BusListener> listeners = new CopyOnWriteArrayList<>();
    private volatile BusSettings settings;

    EventBus(String accountId, String region, String name, BusSettings settings) {
        this.accountId = accountId;
        this.region = region;
        this.name = name;
        this.settings = settings;
    }

    /** Whose it is. */
    public String accountId() {
        return accountId;
    }

    /** Where it is. */
    public String region() {
        return region;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether it is the one that is always there. */
    public boolean isDefault() {
        return name.equals(DEFAULT);
    }

    /** Its ARN. */
    public EventsArn arn() {
        return EventsArn.bus(accountId, region, name);
    }

    /** What its owner set. */
    public BusSettings settings() {
        return settings;
    }

    /** Changes what its owner set. */
    public synchronized void change(UnaryOperator<BusSettings> change) {
        settings = change.apply(settings);
    }

    /** Its rules by name. */
    public NavigableMap<String, Rule> rulesByName() {
        return rules;
    }

    /** Its rules. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** How many rules it has. */
    public int ruleCount() {
        return rules.size();
    }

    /** The rule, or {@code null}. */
    public @Nullable Rule findRule(String rule) {
        return rules.get(rule);
    }

    /**
     * The rule.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    public Rule rule(String rule) {
        Rule found = findRule(rule);
        if (found == null) {
            throw EventsErrors.ruleNotFound(rule, name);
        }
        return found;
    }

    /** Adds a rule, or has the one of its name say what this one says; gives back the one that is there now. */
    public synchronized Rule put(Rule rule) {
        Rule existing = rules.get(rule.name());
        checkWildcards(rule, existing);
        if (existing == null) {
            if (rules.size() >= EventsLimits.RULES) {
                throw EventsErrors.limitExceeded();
            }
            rules.put(rule.name(), rule);
            index.added(rule);
            return rule;
        }
        existing.settings(rule.settings());
        index.changed();
        return existing;
    }

    private void checkWildcards(Rule rule, @Nullable Rule existing) {
        if (!hasWildcard(rule) || existing != null && hasWildcard(existing)) {
            return;
        }
        if (rules.values().stream().filter(EventBus::hasWildcard).count() >= EventsLimits.WILDCARD_RULES) {
            throw EventsErrors.limitExceeded();
        }
    }

    private static boolean hasWildcard(Rule rule) {
        var pattern = rule.settings().pattern();
        return pattern != null && pattern.hasWildcard();
    }

    /** Puts a rule into another state. */
    public synchronized void state(Rule rule, String state) {
        rule.settings(rule.settings().in(state));
        index.changed();
    }

    /** Ends a rule. */
    public synchronized void remove(Rule rule) {
        if (rules.remove(rule.name(), rule)) {
            rule.delete();
            index.changed();
        }
    }

    /** Has somebody told of every event that it takes. */
    public void addListener(BusListener listener) {
        listeners.add(listener);
    }

    /** Tells the listener no more. */
    public void removeListener(BusListener listener) {
        listeners.remove(listener);
    }

    /** Who is told of every event. */
    public List<BusListener> listeners() {
        return listeners;
    }

    /** Which rules want an event. */
    public PatternIndex<Rule> index() {
        return index;
    }

    /** Ends all rules. */
    void close() {
        rules.values().forEach(Rule::delete);
    }
}
