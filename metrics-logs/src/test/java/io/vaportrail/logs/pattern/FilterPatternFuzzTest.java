package io.vaportrail.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.logs.InvalidParameterException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is thrown at it, a pattern is read or refused, and a message matches or does not: nothing else happens. */
class FilterPatternFuzzTest {
    private static final String[] PIECES = {
        "{", "}", "[", "]", "(", ")", "$", "$.a", "$.a.b", "$.a[0]", "$.a[*]", ".*", "=", "!=", "<", ">=", "&&", "||",
                "IS",
        "NULL", "NOT", "EXISTS", "TRUE", "\"x\"", "\"", "%a%", "%", "?", "-", "...", ",", "w1", "42", "1e9", "*", " ",
                "é", "\\"
    };

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 5000)
    void readsOrRefuses(@ForAll("patterns") String text, @ForAll String message) {
        FilterPattern pattern;
        try {
            pattern = FilterPattern.of(text);
        } catch (InvalidParameterException e) {
            assertThat(e).hasMessageStartingWith("Invalid filter pattern");
            return;
        }
        boolean matches = pattern.matches(message);
        assertThat(pattern.matches(message)).isEqualTo(matches);
        assertThat(pattern.extract(message)).isNotNull();
    }

    @Property(tries = 2000)
    void wildcardsAgreeWithTheDefinition(@ForAll("wildcards") String pattern, @ForAll("values") String value) {
        assertThat(Wildcards.matches(pattern, value)).isEqualTo(slowly(pattern, value));
    }

    @Provide
    Arbitrary<String> wildcards() {
        return Arbitraries.strings().withChars("ab*").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(10);
    }

    private static boolean slowly(String pattern, String value) {
        if (pattern.isEmpty()) {
            return value.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return slowly(pattern.substring(1), value) || !value.isEmpty() && slowly(pattern, value.substring(1));
        }
        return !value.isEmpty()
                && value.charAt(0) == pattern.charAt(0)
                && slowly(pattern.substring(1), value.substring(1));
    }
}
