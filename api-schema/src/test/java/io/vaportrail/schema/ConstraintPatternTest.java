package io.vaportrail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstraintPatternTest {
    /** Recurses once per character in Java's matcher. */
    private static final String ALTERNATIVES = "((%[0-9A-F]{2}|[a-z./:])+)([.!])?";

    @Test
    void patternOfSmithyNeedOnlyBeFound() {
        assertThat(ConstraintPattern.found("[a-z]+").accepts("12ab34")).isTrue();
        assertThat(ConstraintPattern.found("[a-z]+").accepts("1234")).isFalse();
    }

    @Test
    void patternOfAnAwsModelMustMatchAllOfTheText() {
        assertThat(ConstraintPattern.whole("[a-z]+").accepts("ab")).isTrue();
        assertThat(ConstraintPattern.whole("[a-z]+").accepts("ab34")).isFalse();
        assertThat(ConstraintPattern.whole("^[a-z]+$").accepts("ab")).isTrue();
    }

    @Test
    void longTextsNeedNoDeeperStackThanTheCallerHas() {
        ConstraintPattern pattern = ConstraintPattern.whole(ALTERNATIVES);
        assertThat(pattern.accepts("a".repeat(8_000) + "!")).isTrue();
        assertThat(pattern.accepts("a".repeat(8_000) + "?")).isFalse();
    }

    @Test
    void textsBeyondAllBoundsAreRefused() {
        assertThat(ConstraintPattern.whole(ALTERNATIVES).accepts("a".repeat(4_000_000)))
                .isFalse();
    }

    @Test
    void regexIsKeptAsTheModelSpellsIt() {
        assertThat(ConstraintPattern.whole("[a-z]+").regex()).isEqualTo("[a-z]+");
    }
}
