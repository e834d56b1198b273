package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aws cloudtrail validate-logs}, where the AWS CLI is installed, on what the emulator delivered. */
class ValidateLogsTest extends ValidatedTrailTest {
    private static final int HOURS = 3;
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path home;

    private Instant began = Instant.EPOCH;

    /**
     * What the CLI said.
     *
     * @param status zero when everything is valid
     * @param text all that it wrote
     */
    private record Verdict(int status, String text) {}

    @BeforeEach
    void work() {
        assumeThat(isInstalled()).as("the AWS CLI is installed").isTrue();
        began = emulator.now();
        hoursOfWork("t-1", HOURS);
        createQueue("mike", "there", ELSEWHERE);
        emulator.advanceSeconds(HOUR_SECONDS);
    }

    private static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws")));
    }

    @Test
    void findsEverythingValid() {
        int files = keys("/CloudTrail/us-east-1/").size();

        Verdict verdict = validate(REGION);

        assertThat(verdict.text())
                .contains("4/4 digest files valid", files + "/" + files + " log files valid")
                .doesNotContain("INVALID");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void findsAnotherRegionOfTheTrailValid() {
        Verdict verdict = validate(ELSEWHERE);

        assertThat(verdict.text()).contains("1/1 digest files valid", "1/1 log files valid");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void findsFilesTamperedWith() {
        String logFile = keys("/CloudTrail/us-east-1/").get(0);
        String digest = keys("/CloudTrail-Digest/us-east-1/").get(2);
        tamper(logFile, text(logFile).replace("sarah", "nobody"));
        tamper(digest, text(digest).replace("queue", "other").replace("SHA-256", "SHA-512"));

        Verdict verdict = validate(REGION);

        assertThat(verdict.text())
                .contains(
                        "Log file\ts3://audit-bucket/" + logFile + "\tINVALID: hash value doesn't match",
                        "Digest file\ts3://audit-bucket/" + digest + "\tINVALID",
                        "3/4 digest files valid, 1/4 digest files INVALID",
                        "1/" + (keys("/CloudTrail/us-east-1/").size() - 1) + " log files INVALID");
        assertThat(verdict.status()).isEqualTo(1);
    }

    @Test
    void findsFilesRemoved() {
        String logFile = keys("/CloudTrail/us-east-1/").get(0);
        String digest = keys("/CloudTrail-Digest/us-east-1/").get(1);
        remove(logFile);
        remove(digest);

        Verdict verdict = validate(REGION);

        assertThat(verdict.text())
                .contains(
                        "Log file\ts3://audit-bucket/" + logFile + "\tINVALID: not found",
                        "Digest file\ts3://audit-bucket/" + digest + "\tINVALID: not found",
                        "3/4 digest files valid, 1/4 digest files INVALID");
        assertThat(verdict.status()).isEqualTo(1);
    }

    private Verdict validate(String region) {
        Path output = home.resolve("output");
        ProcessBuilder command = new ProcessBuilder(
                        "aws",
                        "--region",
                        region,
                        "cloudtrail",
                        "validate-logs",
                        "--verbose",
                        "--trail-arn",
                        trailArn("t-1"),
                        "--start-time",
                        began.minusSeconds(1).toString(),
                        "--end-time",
                        emulator.now().plusSeconds(1).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The option for the endpoint does not reach the CLI's clients of S3; the variable does.
        command.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL",
                        emulator.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID",
                        "auditor",
                        "AWS_SECRET_ACCESS_KEY",
                        "secret",
                        "AWS_MAX_ATTEMPTS",
                        "1",
                        "AWS_CONFIG_FILE",
                        home.resolve("config").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                        home.resolve("credentials").toString()));
        try {
            Process process = command.start();
            try {
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                return new Verdict(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
