package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/trails.md} and of the section on trails in {@code README.md} do what is said of them. */
class TrailsDocumentationTest extends TrailsTest {
    private static final String SECTION = "## Test an audit pipeline";

    private Path home;

    @BeforeEach
    void wantCommandLine(@TempDir Path folder) {
        home = folder;
        AwsCli.assumeInstalled("aws", "bash", "curl", "find", "gunzip");
    }

    @Test
    void theSessionOfThePageRuns() {
        AwsCli.Output output = run(Page.read("docs/trails.md"));

        assertThat(output.text())
                .contains(
                        "\"failures\":{}",
                        "\"IsLogging\": true",
                        "/CloudTrail/us-east-1/",
                        "1/1 digest files valid",
                        "\"Events\": []")
                .doesNotContain("INVALID", "rror occurred");
        assertThat(output.status()).as(output.text()).isZero();
    }

    @Test
    void theReadmesPipelineRuns() {
        String readme = Page.read("README.md");
        int start = readme.indexOf(SECTION);
        assertThat(start).isPositive();

        AwsCli.Output output = run(readme.substring(start, readme.indexOf("\n## ", start + 1)));

        assertThat(output.text())
                .contains(
                        "\"failures\":{}",
                        "\"userName\":\"mike\"",
                        "\"eventName\":\"CreateQueue\"",
                        "1/1 digest files valid",
                        "1/1 log files valid")
                .doesNotContain("INVALID", "rror occurred");
        assertThat(output.status()).as(output.text()).isZero();
    }

    /** All commands of a text in one shell. */
    private AwsCli.Output run(String text) {
        return new AwsCli(home, Map.of()).run("bash", "-c", Page.commands(text, emulator.endpoint()));
    }
}
