package io.vaportrail.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{1,100}){1,100}){1,100}){1,100})",
                "(((a{1000}){1000}){1000})",
                "(?:(?:[^]x]{500,}){500})",
                "([\\]a]{200}){200}",
                "(\\{{150}){150}",
                "((a|b){1000}c){20}",
            })
    void refusesWhatGrowsTooLarge(String regex) {
        assertThatThrownBy(() -> LinearPatterns.compile(regex))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[0-9]{3}-[0-9]{3}-[0-9]{4}",
                "(?P<id>\\d{12}):(\\w+=?){1,50}",
                "\\x{10FFFF}|\\pL{2,}|[{]{1000}",
                "a{1000}b{1000}",
                "{x} }{ a{,2}",
                "[]a]{3}",
                "(a{10}){10}",
            })
    void compilesWhatIsSmall(String regex) {
        assertThat(LinearPatterns.compile(regex).pattern()).isEqualTo(regex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "[a", "a{2,1}", "*", "\\"})
    void refusesWhatIsMalformed(String regex) {
        assertThatThrownBy(() -> LinearPatterns.compile(regex)).isInstanceOf(PatternSyntaxException.class);
    }
}
