package io.vaportrail.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Wildcards match what the plain definition says they match, and take no longer than they must. */
final class GlobProperties {
    @Property(tries = 5000)
    void matchesAsRegularExpressionsDo(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }

        assertThat(matches(pattern, text)).isEqualTo(Pattern.matches(regex.toString(), text));
    }

    @Property(tries = 500)
    void whatAVariableStandsForIsNoWildcard(@ForAll("patterns") String value, @ForAll("texts") String text) {
        RequestContext context =
                RequestContext.builder().put("aws:username", value).build();
        var pattern = io.vaportrail.core.policy.Pattern.of("${aws:username}", true, true);

        assertThat(pattern.matches(text, false, context)).isEqualTo(value.equals(text));
        assertThat(pattern.matches(value, false, context)).isTrue();
    }

    @Property(tries = 300)
    void theSixPartsOfAnArnMatchOnTheirOwn(@ForAll("patterns") String part, @ForAll("texts") String name) {
        ArnPattern pattern = ArnPattern.of("arn:aws:sqs:us-east-1:111122223333:" + part, false);

        assertThat(pattern.matches("arn:aws:sqs:us-east-1:111122223333:" + name, RequestContext.EMPTY))
                .isEqualTo(matches(part, name));
        assertThat(pattern.matches("arn:aws:sqs:eu-west-1:111122223333:" + name, RequestContext.EMPTY))
                .isFalse();
    }

    @Test
    void hostilePatternsTakeNoLongerThanPatternTimesText() {
        String pattern = "*a".repeat(1000) + "*b";
        String text = "a".repeat(10_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(matches(pattern, text)).isFalse());
    }

    private static boolean matches(String pattern, String text) {
        return io.vaportrail.core.policy.Pattern.of(pattern, false, true).matches(text, false, RequestContext.EMPTY);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(10);
    }
}
