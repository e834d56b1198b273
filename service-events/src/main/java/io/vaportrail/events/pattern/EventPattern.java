package io.vaportrail.events.pattern;

import io.vaportrail.core.json.ParserWords;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.MachineComplexityEvaluator;
import software.amazon.event.ruler.MatchType;
import software.amazon.event.ruler.Patterns;

/**
 * Which events are wanted. AWS's own event ruler reads it. Never changes.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
 */
public final class EventPattern {
    private static final String TOO_COMPLEX =
            "Rule is too complex - try using fewer wildcard characters or fewer repeating "
                    + "character sequences after a wildcard character";

    private final String text;
    private final List<Map<String, List<Patterns>>> alternatives;
    private volatile @Nullable List<GenericMachine<Integer>> machines;

    private EventPattern(String text, List<Map<String, List<Patterns>>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /**
     * Reads a pattern.
     *
     * @throws io.vaportrail.schema.ServiceException an InvalidEventPatternException when it is none
     */
    public static EventPattern compile(String text) {
        Alternatives.check(text);
        String complaint = JsonRuleCompiler.check(text);
        if (complaint != null) {
            throw EventsErrors.invalidPattern(ParserWords.located(complaint, text));
        }
        try {
            EventPattern pattern = new EventPattern(
                    text,
                    JsonRuleCompiler.compile(text).stream()
                            .map(EventPattern::wildcardsLast)
                            .toList());
            pattern.checkComplexity();
            return pattern;
        } catch (IOException e) {
            throw EventsErrors.invalidPattern(String.valueOf(e.getMessage()));
        }
    }

    private void checkComplexity() {
        if (!hasWildcard()) {
            return;
        }
        GenericMachine<Integer> whole = GenericMachine.<Integer>builder().build();
        addTo(whole, number -> number);
        MachineComplexityEvaluator evaluator = new MachineComplexityEvaluator(EventsLimits.PATTERN_COMPLEXITY);
        if (whole.evaluateComplexity(evaluator) >= EventsLimits.PATTERN_COMPLEXITY) {
            throw EventsErrors.invalidPattern(TOO_COMPLEX);
        }
    }

    /** Machines for this pattern and no other, one for each alternative, made when first needed. */
    private List<GenericMachine<Integer>> alone() {
        List<GenericMachine<Integer>> made = machines;
        if (made == null) {
            made = new ArrayList<>(alternatives.size());
            for (Map<String, List<Patterns>> alternative : alternatives) {
                GenericMachine<Integer> machine =
                        GenericMachine.<Integer>builder().build();
                machine.addPatternRule(0, alternative);
                made.add(machine);
            }
            machines = made;
        }
        return made;
    }

    /** Gives each alternative a name of its own in a machine: under one, it overlooks alternatives that share values. */
    <T> void addTo(GenericMachine<T> machine, IntFunction<T> name) {
        int number = 0;
        for (Map<String, List<Patterns>> alternative : alternatives) {
            machine.addPatternRule(name.apply(number++), alternative);
        }
    }

    /** What follows a wildcard in a field's patterns, as {@code equals-ignore-case}, would match too much: wildcards come last. */
    private static Map<String, List<Patterns>> wildcardsLast(Map<String, List<Patterns>> alternative) {
        Map<String, List<Patterns>> ordered = new HashMap<>();
        alternative.forEach((field, patterns) -> ordered.put(
                field,
                patterns.stream()
                        .sorted(Comparator.comparing(EventPattern::isWildcard))
                        .toList()));
        return ordered;
    }

    private static boolean isWildcard(Patterns pattern) {
        return pattern.type() == MatchType.WILDCARD || pattern.type() == MatchType.ANYTHING_BUT_WILDCARD;
    }

    /** The pattern as its owner wrote it. */
    public String text() {
        return text;
    }

    /** Whether it looks for wildcards, of which a bus takes few. */
    public boolean hasWildcard() {
        for (Map<String, List<Patterns>> alternative : alternatives) {
            for (List<Patterns> patterns : alternative.values()) {
                for (Patterns pattern : patterns) {
                    if (isWildcard(pattern)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Whether it wants this event.
     *
     * @param event a JSON object
     */
    public boolean matches(String event) {
        for (GenericMachine<Integer> machine : alone()) {
            if (!Matching.rules(machine, event).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
