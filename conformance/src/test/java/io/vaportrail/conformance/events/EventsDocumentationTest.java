package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Page;
import io.vaportrail.conformance.trails.AwsCli;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/events.md} do what is said of them. */
class EventsDocumentationTest extends EventsTest {
    @Test
    void theCommandsOfThePageRun(@TempDir Path folder) {
        AwsCli.assumeInstalled("aws", "bash", "curl");

        AwsCli.Output output = new AwsCli(folder, Map.of())
                .run("bash", "-c", Page.commands(Page.read("docs/events.md"), emulator.endpoint()));

        assertThat(output.text())
                .contains("{\"uploaded\": \"cat.jpg\"}", "\"ApproximateNumberOfMessages\": \"13\"")
                .doesNotContain("rror occurred");
        assertThat(output.status()).as(output.text()).isZero();
    }
}
