package io.vaportrail.conformance.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Page;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trails.AwsCli;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code README.md} do what is said of them, one section after another in a shell of its own. */
@EmulatorTest
class ReadmeTest {
    private TestEmulator emulator;
    private Path folder;

    @BeforeEach
    void prepare(TestEmulator running, @TempDir Path temporary) {
        AwsCli.assumeInstalled("aws", "bash", "curl");
        emulator = running;
        folder = temporary;
    }

    @Test
    void theStoryOfADeletedQueue() {
        assertThat(run("The story of a deleted queue"))
                .contains(
                        "/000000000000/OrderQueue",
                        "{\\\"order\\\": 42}",
                        "\"userName\":\"mike\"",
                        "\"eventName\":\"DeleteQueue\"",
                        "\"Version\":\"2012-10-17\"");
    }

    @Test
    void theStoryOfAnAlarm() {
        assertThat(run("The story of an alarm"))
                .contains(
                        "\"settled\":true",
                        "\"AlarmName\":\"queue-deleted\"",
                        "was greater than or equal to the threshold (1.0).");
    }

    @Test
    void timeIsYours() {
        assertThat(run("Time")).contains("\"settled\":true", "\"frozen\":true");
    }

    @Test
    void withoutAnSdk() {
        assertThat(run("From an SDK")).contains("<ListQueuesResponse");
    }

    /** What all commands of a section wrote; all but those that follow the trail for ever. */
    private String run(String section) {
        String page = Page.read("README.md");
        int start = page.indexOf("\n## " + section + "\n");
        assertThat(start).as(section).isPositive();
        String text = page.substring(start, page.indexOf("\n## ", start + 1))
                .replaceAll("(?m)^.*follow=true.*$", "")
                .replace("# … the code under test works …", "AWS_ACCESS_KEY_ID=orders-app awsv sqs list-queues");

        AwsCli.Output output = new AwsCli(folder, Map.of()).run("bash", "-c", Page.commands(text, emulator.endpoint()));

        assertThat(output.status()).as(output.text()).isZero();
        assertThat(output.text()).doesNotContain("rror occurred");
        return output.text().replace(" : ", ":");
    }
}
