package io.vaportrail.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the project files say for those who use the artifacts. */
class ModuleMetadataTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyModuleHasANameOnTheModulePathAndSaysWhatItIs() throws IOException {
        List<String> modules = all("<module>([^</]+)</module>", Files.readString(ROOT.resolve("pom.xml")));
        List<String> names = new ArrayList<>();
        for (String module : modules) {
            String project = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
            assertThat(all("<description>([^<]+)</description>", project))
                    .as(module)
                    .isNotEmpty();
            List<String> name =
                    all("<java\\.module\\.name>(io\\.vaportrail\\.[a-z0-9]+)</java\\.module\\.name>", project);
            assertThat(name).as(module + ", java.module.name").hasSize(1);
            names.addAll(name);
        }
        assertThat(names).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    @Test
    void thePublishedOnesAreComplete() throws IOException {
        String parent = Files.readString(ROOT.resolve("pom.xml"));
        assertThat(parent).contains("<url>", "<licenses>", "<developers>", "<scm ", "<unpublished>true</unpublished>");
        for (String module : List.of("testkit", "testkit-testcontainers")) {
            assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
                    .contains("<unpublished>false</unpublished>");
        }
        assertThat(ROOT.resolve("LICENSE")).content().contains("Apache License");
    }

    @Test
    void whatSupportsTestsIsNeitherShippedNorPublished() throws IOException {
        String scopes =
                "<artifactId>test-support</artifactId>(?:\\s*<version>[^<]*</version>)?\\s*(?:<scope>([a-z]+)</scope>)?";
        List<String> modules = all("<module>([^</]+)</module>", Files.readString(ROOT.resolve("pom.xml")));
        List<String> found = new ArrayList<>(all(scopes, Files.readString(ROOT.resolve("pom.xml"))));
        for (String module : modules) {
            if (!module.equals("test-support")) {
                found.addAll(all(scopes, Files.readString(ROOT.resolve(module).resolve("pom.xml"))));
            }
        }

        assertThat(found).hasSizeGreaterThan(5).containsOnly("test");
        assertThat(Files.readString(ROOT.resolve("test-support/pom.xml"))).doesNotContain("<unpublished>");
    }

    private static List<String> all(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
