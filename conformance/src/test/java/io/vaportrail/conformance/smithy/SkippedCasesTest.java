package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.smithy.SuiteCase.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SkippedCasesTest {
    private final List<SuiteCase> cases =
            Suites.all().stream().flatMap(suite -> suite.cases().stream()).toList();

    private final SkippedCases skipped = SkippedCases.load();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void atMostFivePercentOfTheCasesOfAKindAreSkipped(Kind kind) {
        long all = cases.stream().filter(suiteCase -> suiteCase.kind() == kind).count();
        long left = cases.stream()
                .filter(suiteCase -> suiteCase.kind() == kind && skipped.contains(suiteCase))
                .count();

        assertThat(left * 20).as("%d of %d cases skipped, times 20", left, all).isLessThanOrEqualTo(all);
    }

    @Test
    void everyCaseOnTheListExists() {
        Set<String> known = cases.stream().map(SuiteCase::key).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(skipped.keys());
        unknown.removeAll(known);

        assertThat(unknown).isEmpty();
    }
}
