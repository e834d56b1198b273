package io.vaportrail.sns.filter;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import io.vaportrail.core.json.ParserWords;
import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.sns.SnsLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MatchType;
import software.amazon.event.ruler.Patterns;

/**
 * A filter policy: what AWS's own matcher, the event ruler, makes of it within the limits of SNS. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">Subscription filter policies</a>
 */
public final class FilterPolicy {
    private static final String RULE = "policy";

    private final FilterScope scope;

    /** One for each alternative: in a machine that they shared, one's patterns would show in another's. */
    private final List<Machine> alternatives;

    private FilterPolicy(FilterScope scope, List<Machine> alternatives) {
        this.scope = scope;
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * Reads a policy.
     *
     * @throws FilterSyntaxException when SNS would refuse it
     */
    public static FilterPolicy compile(String json, FilterScope scope) throws FilterSyntaxException {
        if (json.getBytes(StandardCharsets.UTF_8).length > SnsLimits.FILTER_BYTES) {
            throw new FilterSyntaxException("FilterPolicy: Filter policy is too large");
        }
        Object parsed = parse(json);
        String normalized = Json.write(parsed);
        String complaint = JsonRuleCompiler.check(normalized);
        if (complaint != null) {
            throw new FilterSyntaxException("FilterPolicy: " + ParserWords.located(complaint, normalized));
        }
        if (!(parsed instanceof Map<?, ?> members)) {
            throw new FilterSyntaxException("FilterPolicy: Filter is not an object");
        }
        FilterRules.check(members, scope);
        try {
            List<Machine> alternatives = new ArrayList<>(1);
            for (Map<String, List<Patterns>> alternative : JsonRuleCompiler.compile(normalized)) {
                Machine machine = Machine.builder().build();
                machine.addPatternRule(RULE, wildcardsLast(alternative));
                alternatives.add(machine);
            }
            return new FilterPolicy(scope, alternatives);
        } catch (IOException e) {
            throw new FilterSyntaxException("FilterPolicy: " + e.getMessage());
        }
    }

    /** Patterns of a field that follow a wildcard, as {@code equals-ignore-case}, would match too much: wildcards come last. */
    private static Map<String, List<Patterns>> wildcardsLast(Map<String, List<Patterns>> rule) {
        Map<String, List<Patterns>> ordered = new HashMap<>();
        rule.forEach((field, patterns) -> ordered.put(
                field,
                patterns.stream()
                        .sorted(Comparator.comparing(FilterPolicy::isWildcard))
                        .toList()));
        return ordered;
    }

    private static boolean isWildcard(Patterns pattern) {
        return pattern.type() == MatchType.WILDCARD || pattern.type() == MatchType.ANYTHING_BUT_WILDCARD;
    }

    private static @Nullable Object parse(String json) throws FilterSyntaxException {
        try {
            return Json.read(json);
        } catch (JsonSyntaxException e) {
            throw new FilterSyntaxException("FilterPolicy: failed to parse JSON. " + ParserWords.of(e));
        }
    }

    /** What the policy makes of a message. */
    public FilterResult test(String message, Map<String, MessageAttributeValue> attributes) {
        return scope == FilterScope.MESSAGE_BODY ? testBody(message) : testAttributes(attributes);
    }

    private FilterResult testBody(String message) {
        if (Json.readObject(message) == null) {
            return FilterResult.INVALID_MESSAGE_BODY;
        }
        Boolean matches = matches(message);
        if (matches == null) {
            return FilterResult.INVALID_MESSAGE_BODY;
        }
        return matches ? FilterResult.ACCEPTED : FilterResult.MESSAGE_BODY;
    }

    private FilterResult testAttributes(Map<String, MessageAttributeValue> attributes) {
        String event = AttributeEvent.of(attributes);
        Boolean matches = event == null ? null : matches(event);
        if (matches == null) {
            return FilterResult.INVALID_ATTRIBUTES;
        }
        if (matches) {
            return FilterResult.ACCEPTED;
        }
        return attributes.isEmpty() ? FilterResult.NO_MESSAGE_ATTRIBUTES : FilterResult.MESSAGE_ATTRIBUTES;
    }

    /** Whether the event matches, or {@code null} when the matcher cannot read it: its demands on JSON are its own. */
    private @Nullable Boolean matches(String event) {
        try {
            for (Machine alternative : alternatives) {
                if (!alternative.rulesForJSONEvent(event).isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        } catch (Exception e) {
            throw new IllegalStateException("filter policy: not matched (expected: an answer)", e);
        }
    }
}
