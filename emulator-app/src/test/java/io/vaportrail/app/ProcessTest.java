package io.vaportrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as a process of its own: what it prints and the status that it ends with. */
final class ProcessTest {
    /** From this JDK on the virtual machine warns of what Netty does, unless told that it is meant, as the launcher does. */
    private static final int WARNS_FROM = 24;

    private static Process run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    private static Process run(Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= WARNS_FROM) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("VAPORTRAIL_"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static List<String> errors(Process process) throws IOException {
        String text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    private static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void endsWithTwoAndOneLineWhenCalledWrongly() throws Exception {
        Process process = run("start", "--port", "many");

        assertThat(errors(process)).containsExactly("vaportrail: --port: many (expected: 0 to 65535)");
        assertThat(status(process)).isEqualTo(2);
    }

    @Test
    void endsWithOneAndOneLineWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Process process = run("start", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(errors(process))
                    .containsExactly("vaportrail: listen: 127.0.0.1:" + taken.getLocalPort()
                            + ", Address already in use (expected: a free port and an address of this machine)");
            assertThat(status(process)).isEqualTo(1);
        }
    }

    @Test
    void saysReadyServesAndEndsWithZeroOnSigterm() throws Exception {
        Process process = run("start", "--port", "0", "--log-requests", "all");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = CompletableFuture.supplyAsync(
                            () -> out.lines().findFirst().orElse("nothing"))
                    .get(60, TimeUnit.SECONDS);
            assertThat(ready).matches("Ready http://127\\.0\\.0\\.1:\\d+ \\d+ ms");
            HttpRequest list = HttpRequest.newBuilder(
                            URI.create(ready.split(" ")[1] + "/?Action=ListQueues&Version=2012-11-05"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(list, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            // By its handle: Process.destroy would close what is still to be read.
            process.toHandle().destroy();

            assertThat(errors(process))
                    .singleElement()
                    .asString()
                    .matches("\\S+Z INFO  requests: [0-9a-f-]{36} \\S*ListQueues \\S+@000000000000 200 \\d+ µs");
            assertThat(status(process)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void printsItsVersion() throws Exception {
        Process process = run("version");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("vaportrail development\n");
        assertThat(status(process)).isZero();
    }

    @Test
    void tellsWhetherAnEmulatorIsWell() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorOptions.of("127.0.0.1", 0))) {
            Process well = run(
                    Map.of(
                            "VAPORTRAIL_PORT",
                            Integer.toString(emulator.endpoint().getPort())),
                    "health");

            assertThat(errors(well)).isEmpty();
            assertThat(status(well)).isZero();
        }
        Process gone = run(Map.of("VAPORTRAIL_PORT", "1"), "health");

        assertThat(errors(gone)).singleElement().asString().startsWith("vaportrail: health: port 1: ");
        assertThat(status(gone)).isEqualTo(1);
    }
}
