package io.vaportrail.conformance.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trail.Trail;
import io.vaportrail.conformance.trails.AwsCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples do what is said of them: each sends an order to the emulator, as {@code orders-app}, and receives it. Some need what
 * {@code examples/prepare} fetches, and are skipped without it.
 */
@EmulatorTest
class ExamplesTest {
    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();
    private static final Pattern SHOWN =
            Pattern.compile("\\[(examples/[^]]+)]\\(\\.\\./\\1\\):\n\n```\\w+\n(.*?)```\n", Pattern.DOTALL);
    private static final String ENDPOINT = "http://localhost:4566";

    private TestEmulator emulator;
    private Path folder;

    @BeforeEach
    void prepare(TestEmulator running, @TempDir Path temporary) {
        emulator = running;
        folder = temporary;
    }

    @Test
    void thePageShowsTheFiles() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("..", "docs", "clients.md")));
        int files = 0;
        while (shown.find()) {
            files++;
            assertThat(Files.readString(Path.of("..", shown.group(1))))
                    .as(shown.group(1))
                    .isEqualTo(shown.group(2));
        }
        assertThat(files).isEqualTo(7);
    }

    @Test
    void awsCli() throws IOException {
        AwsCli.assumeInstalled("aws", "bash");

        assertOrders(run(Map.of(), "bash", "-eu", copy("cli/orders.sh").toString()));
    }

    @Test
    void python() throws IOException {
        AwsCli.assumeInstalled("python3");
        assumeThat(run(Map.of(), "python3", "-c", "import boto3").status())
                .as("boto3 is installed")
                .isZero();

        assertOrders(run(Map.of(), "python3", copy("python/orders.py").toString()));
    }

    @Test
    void node() throws IOException {
        AwsCli.assumeInstalled("node");
        Path modules = EXAMPLES.resolve("node/node_modules");
        assumeThat(modules).as("fetched by examples/prepare").exists();
        Path program = copy("node/orders.mjs");
        Files.createSymbolicLink(folder.resolve("node_modules"), modules);

        assertOrders(run(Map.of(), "node", program.toString()));
    }

    @Test
    void go() throws IOException {
        AwsCli.assumeInstalled("go");
        Path sources = Path.of("/usr/share/gocode");
        assumeThat(sources.resolve("src/github.com/aws/aws-sdk-go-v2/service/sqs"))
                .as("installed by examples/prepare")
                .exists();
        Path cache = EXAMPLES.resolve("go/target").toAbsolutePath();
        Map<String, String> environment =
                Map.of("GO111MODULE", "off", "GOPATH", sources.toString(), "GOCACHE", cache.toString());

        assertOrders(run(environment, "go", "run", copy("go/main.go").toString()));
    }

    @Test
    void spring() {
        assertTested(
                "spring",
                Map.of("SPRING_CLOUD_AWS_ENDPOINT", emulator.endpoint().toString()));
    }

    @Test
    void quarkus() {
        assertTested(
                "quarkus",
                Map.of("QUARKUS_SQS_ENDPOINT_OVERRIDE", emulator.endpoint().toString()));
    }

    /** A project of Maven, whose own test asserts. */
    private void assertTested(String name, Map<String, String> environment) {
        Path project = EXAMPLES.resolve(name);
        assumeThat(project.resolve("target/classes"))
                .as("compiled by examples/prepare")
                .exists();
        String maven = EXAMPLES.resolveSibling("mvnw").toString();

        AwsCli.Output output =
                run(environment, maven, "-f", project.resolve("pom.xml").toString(), "-q", "test");

        boolean fetched = !output.text().contains("Could not resolve");
        assumeThat(fetched).as("what it needs can be had").isTrue();
        assertThat(output.status()).as(output.text()).isZero();
        assertSent();
    }

    private Path copy(String name) throws IOException {
        Path source = EXAMPLES.resolve(name);
        String text = Files.readString(source);
        assertThat(text).contains(ENDPOINT);
        return Files.writeString(
                folder.resolve(source.getFileName()),
                text.replace(ENDPOINT, emulator.endpoint().toString()));
    }

    private AwsCli.Output run(Map<String, String> environment, String... command) {
        return new AwsCli(folder, environment).run(command);
    }

    private void assertOrders(AwsCli.Output output) {
        assertThat(output.status()).as(output.text()).isZero();
        assertThat(output.text().lines()).as(output.text()).contains("tea");
        assertSent();
    }

    private void assertSent() {
        assertThat(new Trail(emulator)
                        .record("eventName=SendMessage")
                        .at("/userIdentity/userName")
                        .asText())
                .isEqualTo("orders-app");
    }
}
