package io.vaportrail.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import io.vaportrail.model.sns.MessageAttributeValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Filter policies do what the plain reference does, whatever policy and message. */
final class FilterPropertyTest {
    private static final List<String> TEXTS = List.of("a", "A", "ab", "abc", "bc", "", "b", "10.0.0.7", "10.0.1.0");

    @Property(tries = 3000)
    void bodiesMatchAsInTheReference(
            @ForAll("bodyPolicies") Map<String, Object> policy, @ForAll("bodies") Map<String, Object> body)
            throws FilterSyntaxException {
        FilterPolicy filter = FilterPolicy.compile(Json.write(policy), FilterScope.MESSAGE_BODY);

        boolean accepted = filter.test(Json.write(body), Map.of()) == FilterResult.ACCEPTED;

        assertThat(accepted)
                .as("%s on %s", Json.write(policy), Json.write(body))
                .isEqualTo(PlainFilter.matches(policy, body));
    }

    @Property(tries = 3000)
    void attributesMatchAsInTheReference(
            @ForAll("flatPolicies") Map<String, Object> policy, @ForAll("flatBodies") Map<String, Object> values)
            throws FilterSyntaxException {
        FilterPolicy filter = FilterPolicy.compile(Json.write(policy), FilterScope.MESSAGE_ATTRIBUTES);
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        values.forEach((name, value) -> attributes.put(name, attribute(value)));

        boolean accepted = filter.test("m", attributes) == FilterResult.ACCEPTED;

        assertThat(accepted)
                .as("%s on %s", Json.write(policy), Json.write(values))
                .isEqualTo(PlainFilter.matches(policy, values));
    }

    private static MessageAttributeValue attribute(@Nullable Object value) {
        String type = value instanceof Number ? "Number" : value instanceof String ? "String" : "String.Array";
        String text = value instanceof String own ? own : Json.write(value instanceof Boolean ? List.of(value) : value);
        return MessageAttributeValue.builder().dataType(type).stringValue(text).build();
    }

    @Provide
    Arbitrary<Map<String, Object>> bodyPolicies() {
        return Combinators.combine(flatPolicies(), flatPolicies(), Arbitraries.of(true, false))
                .as((outer, inner, nested) -> {
                    Map<String, Object> policy = new LinkedHashMap<>(outer);
                    if (nested) {
                        policy.put("o", inner);
                    }
                    return policy;
                })
                .filter(policy -> {
                    try {
                        FilterPolicy.compile(Json.write(policy), FilterScope.MESSAGE_BODY);
                        return true;
                    } catch (FilterSyntaxException e) {
                        return false;
                    }
                });
    }

    @Provide
    Arbitrary<Map<String, Object>> flatPolicies() {
        Arbitrary<Map<String, Object>> plain = Arbitraries.maps(
                        Arbitraries.of("a", "b"), patterns().list().ofMinSize(1).ofMaxSize(3))
                .ofMinSize(1)
                .map(HashMap::new);
        Arbitrary<Map<String, Object>> either =
                Combinators.combine(plain, plain).as((first, second) -> Map.of("$or", List.of(first, second)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, plain), net.jqwik.api.Tuple.of(1, either));
    }

    private static Arbitrary<Object> patterns() {
        Arbitrary<String> texts = Arbitraries.of(TEXTS);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(-3, 3);
        Arbitrary<String> some = texts.filter(text -> !text.isEmpty());
        return Arbitraries.oneOf(
                texts.map(text -> text),
                numbers.map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag),
                decimals(),
                Arbitraries.of("a*", "*c", "a*c", "*b*", "10.*").map(text -> Map.of("wildcard", text)),
                Arbitraries.of("10.0.0.0/24", "10.0.0.0/16", "10.0.1.0/31").map(block -> Map.of("cidr", block)),
                some.map(text -> Map.of("prefix", text)),
                some.map(text -> Map.of("suffix", text)),
                some.map(text -> Map.of("equals-ignore-case", text)),
                texts.list().ofMinSize(1).ofMaxSize(2).map(list -> Map.of("anything-but", list)),
                numbers.list().ofMinSize(1).ofMaxSize(2).map(list -> Map.of("anything-but", list)),
                texts.map(text -> Map.of("anything-but", text)),
                Combinators.combine(Arbitraries.of("prefix", "suffix", "equals-ignore-case"), some)
                        .as((operator, text) -> Map.of("anything-but", Map.of(operator, text))),
                Arbitraries.of("a*", "*c", "*b*").map(text -> Map.of("anything-but", Map.of("wildcard", text))),
                Arbitraries.of(true, false).map(flag -> Map.of("exists", flag)),
                ranges());
    }

    private static Arbitrary<Object> decimals() {
        return Arbitraries.integers().between(-300_000, 300_000).map(number -> BigDecimal.valueOf(number, 5));
    }

    private static Arbitrary<Object> ranges() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(-3, 3);
        Arbitrary<Object> one = Combinators.combine(Arbitraries.of("=", "<", "<=", ">", ">="), numbers)
                .as((operator, number) -> Map.of("numeric", List.of(operator, number)));
        Arbitrary<Object> two = Combinators.combine(
                        Arbitraries.of(">", ">="),
                        numbers,
                        Arbitraries.of("<", "<="),
                        Arbitraries.integers().between(1, 4))
                .as((lower, from, upper, width) -> Map.of("numeric", List.of(lower, from, upper, from + width)));
        return Arbitraries.oneOf(one, two);
    }

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return Combinators.combine(flatBodies(), flatBodies(), Arbitraries.of(true, false))
                .as((outer, inner, nested) -> {
                    Map<String, Object> body = new HashMap<>(outer);
                    if (nested) {
                        body.put("o", inner);
                    }
                    return body;
                });
    }

    @Provide
    Arbitrary<Map<String, Object>> flatBodies() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(TEXTS).map(text -> text),
                Arbitraries.integers().between(-4, 4).map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag),
                decimals());
        Arbitrary<Object> lists = scalars.list().ofMinSize(1).ofMaxSize(3).map(ArrayList::new);
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.oneOf(scalars, lists))
                .ofMaxSize(3)
                .map(HashMap::new);
    }
}
