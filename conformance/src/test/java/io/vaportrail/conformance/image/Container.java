package io.vaportrail.conformance.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A container of the image, with a read-only root and a port of its own, run by the engine that the environment names. */
final class Container implements AutoCloseable {
    /** The image to run; without it there is nothing to test. */
    static final String IMAGE = "VAPORTRAIL_IMAGE";

    /** The engine, docker without it. */
    private static final String ENGINE = "VAPORTRAIL_ENGINE";

    /** More options of its run command. */
    private static final String RUN_OPTIONS = "VAPORTRAIL_RUN_OPTIONS";

    private static final long PATIENCE_SECONDS = 30;
    private static final int OK = 200;

    private final String id;
    private final URI endpoint;

    private Container(String id, URI endpoint) {
        this.id = id;
        this.endpoint = endpoint;
    }

    /** Starts a container and returns when it is healthy. */
    static Container start() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("run", "--detach", "--read-only", "--publish", "127.0.0.1::4566"));
        String options = variable(RUN_OPTIONS, "");
        if (!options.isBlank()) {
            command.addAll(List.of(options.trim().split("\\s+")));
        }
        command.add(variable(IMAGE, ""));
        String id = engine(command);
        String[] address = engine(List.of("port", id, "4566/tcp"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(":");
        Container container = new Container(id, URI.create("http://127.0.0.1:" + address[address.length - 1]));
        container.awaitHealth();
        return container;
    }

    private void awaitHealth() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(endpoint.resolve("/_vaportrail/health")).build();
        Deadline deadline = Deadline.soon();
        while (true) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == OK) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            deadline.check("the container does not get healthy");
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** What the program in the container answers to its own health check: the status that it ends with. */
    int healthStatus() throws IOException, InterruptedException {
        Process process = process(List.of("exec", id, "/opt/java/bin/java", "@/app/jvm/health.args"));
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** Sends SIGTERM; the status that the program ended with. */
    int stop() throws IOException, InterruptedException {
        engine(List.of("stop", "--time", "10", id));
        return Integer.parseInt(engine(List.of("inspect", "--format", "{{.State.ExitCode}}", id)));
    }

    String log() throws IOException, InterruptedException {
        return engine(List.of("logs", id));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        engine(List.of("rm", "--force", id));
    }

    private static String engine(List<String> arguments) throws IOException, InterruptedException {
        Process process = process(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", arguments, output).isZero();
        return output;
    }

    private static Process process(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(variable(ENGINE, "docker")));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String variable(String name, String fallback) {
        String value = System.getenv(name);
        return value == null ? fallback : value;
    }
}
