package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The cases that cannot hold, each with its reason, as {@code skipped-cases.txt} names them. */
final class SkippedCases {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private SkippedCases() {}

    static SkippedCases load() {
        SkippedCases cases = new SkippedCases();
        try (InputStream in = SkippedCases.class.getResourceAsStream("skipped-cases.txt")) {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(Objects.requireNonNull(in, "skipped-cases.txt"), StandardCharsets.UTF_8));
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(SuiteCase suiteCase) {
        return reasons.containsKey(suiteCase.key());
    }

    Set<String> keys() {
        return reasons.keySet();
    }

    /** Makes sure that the case does fail: one that holds must leave the list. */
    void assertFails(SuiteCase suiteCase) {
        boolean fails = false;
        try {
            suiteCase.check().execute();
        } catch (Throwable expected) {
            fails = true;
        }
        assertThat(fails)
                .as("%s is skipped (%s) but holds", suiteCase.key(), reasons.get(suiteCase.key()))
                .isTrue();
    }

    private void add(String line) {
        String[] parts = line.split(" +", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("skipped case: " + line + " (expected: protocol, kind, id and reason)");
        }
        reasons.put(parts[0] + " " + parts[1] + " " + parts[2], parts[3]);
    }
}
