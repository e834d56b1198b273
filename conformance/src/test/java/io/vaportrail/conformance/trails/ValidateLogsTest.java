package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aws cloudtrail validate-logs}, where the AWS CLI is installed, on what the emulator delivered. */
class ValidateLogsTest extends ValidatedTrailTest {
    private static final int HOURS = 3;

    private Path home;

    private Instant began = Instant.EPOCH;

    @BeforeEach
    void work(@TempDir Path folder) {
        home = folder;
        AwsCli.assumeInstalled("aws");
        began = emulator.now();
        hoursOfWork("t-1", HOURS);
        createQueue("mike", "there", ELSEWHERE);
        advance(HOUR_SECONDS);
    }

    @Test
    void findsEverythingValid() {
        int files = keys("/CloudTrail/us-east-1/").size();

        AwsCli.Output verdict = validate(REGION);

        assertThat(verdict.text())
                .contains("4/4 digest files valid", files + "/" + files + " log files valid")
                .doesNotContain("INVALID");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void findsAnotherRegionOfTheTrailValid() {
        AwsCli.Output verdict = validate(ELSEWHERE);

        assertThat(verdict.text()).contains("1/1 digest files valid", "1/1 log files valid");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void findsFilesTamperedWith() {
        String logFile = keys("/CloudTrail/us-east-1/").get(0);
        String digest = keys("/CloudTrail-Digest/us-east-1/").get(2);
        tamper(logFile, text(logFile).replace("sarah", "nobody"));
        tamper(digest, text(digest).replace("queue", "other").replace("SHA-256", "SHA-512"));

        AwsCli.Output verdict = validate(REGION);

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

        AwsCli.Output verdict = validate(REGION);

        assertThat(verdict.text())
                .contains(
                        "Log file\ts3://audit-bucket/" + logFile + "\tINVALID: not found",
                        "Digest file\ts3://audit-bucket/" + digest + "\tINVALID: not found",
                        "3/4 digest files valid, 1/4 digest files INVALID");
        assertThat(verdict.status()).isEqualTo(1);
    }

    private AwsCli.Output validate(String region) {
        // The option for the endpoint does not reach the CLI's clients of S3; the variable does.
        AwsCli cli = new AwsCli(
                home,
                Map.of(
                        "AWS_ENDPOINT_URL",
                        emulator.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID",
                        "auditor",
                        "AWS_SECRET_ACCESS_KEY",
                        "secret"));
        return cli.run(
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
                emulator.now().plusSeconds(1).toString());
    }
}
