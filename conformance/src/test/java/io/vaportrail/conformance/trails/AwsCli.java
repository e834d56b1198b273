package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands with the AWS CLI, run in a folder of their own with nobody's configuration. */
public final class AwsCli {
    private static final int PATIENCE_SECONDS = 240;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * What commands said.
     *
     * @param status zero when they succeeded
     * @param text all that they wrote
     */
    public record Output(int status, String text) {}

    public AwsCli(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Skips the test where one of the programs is missing. */
    public static void assumeInstalled(String... programs) {
        for (String program : programs) {
            boolean there = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            assumeThat(there).as(program + " is installed").isTrue();
        }
    }

    /** Runs a command to its end. */
    public Output run(String... command) {
        Path output = folder.resolve("output");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment()
                .putAll(Map.of(
                        "AWS_CONFIG_FILE",
                        folder.resolve("config").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                        folder.resolve("credentials").toString(),
                        "AWS_MAX_ATTEMPTS",
                        "1"));
        process.environment().putAll(environment);
        try {
            Process running = process.start();
            try {
                assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                return new Output(running.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
