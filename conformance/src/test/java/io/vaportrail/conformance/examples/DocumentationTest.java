package io.vaportrail.conformance.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Page;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trails.AwsCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the pages that have no test of their own run, and links lead somewhere. */
@EmulatorTest
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docs/alarms.md | Threshold Crossed: 1 datapoint [7.0 (",
                "docs/logs.md | \"status\": \"",
                "docs/metrics.md | \"Average\": 12.5",
                "docs/s3.md | one tea",
                "docs/sns.md | \"total\\\\\\\":250"
            })
    void theCommandsOfThePageRun(String page, String shown, TestEmulator emulator, @TempDir Path folder) {
        AwsCli.assumeInstalled("aws", "bash", "curl");

        AwsCli.Output output =
                new AwsCli(folder, Map.of()).run("bash", "-c", Page.commands(Page.read(page), emulator.endpoint()));

        assertThat(output.status()).as(output.text()).isZero();
        assertThat(output.text()).contains(shown).doesNotContain("rror occurred");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://") && !isThere(page, target)) {
                    broken.add(page + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static boolean isThere(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String name = hash < 0 ? target : target.substring(0, hash);
        Path file = name.isEmpty() ? page : page.resolveSibling(name).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0 || anchors(Files.readString(file)).contains(target.substring(hash + 1));
    }

    /** As hosts of repositories make them of headings. */
    private static List<String> anchors(String text) {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }
}
