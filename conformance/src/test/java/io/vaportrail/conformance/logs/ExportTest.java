package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.ExportTask;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class ExportTest extends LogsTest {
    private static final String BUCKET = "exported";

    private void bucket(boolean allowed) {
        S3Client s3 = emulator.clients().s3("app");
        s3.createBucket(r -> r.bucket(BUCKET));
        if (allowed) {
            s3.putBucketPolicy(r -> r.bucket(BUCKET)
                    .policy(
                            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                    + "\"logs.us-east-1.amazonaws.com\"},\"Action\":\"s3:GetBucketAcl\",\"Resource\":\"arn:aws:s3:::"
                                    + BUCKET + "\"},{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                    + "\"logs.us-east-1.amazonaws.com\"},\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::"
                                    + BUCKET + "/*\"}]}"));
        }
    }

    private String export() {
        return export(now() + 10_000);
    }

    private String export(long to) {
        return logs.createExportTask(r -> r.logGroupName(GROUP)
                        .destination(BUCKET)
                        .destinationPrefix("p")
                        .taskName("t")
                        .from(0L)
                        .to(to))
                .taskId();
    }

    private String exported(String taskId) throws IOException {
        byte[] zipped = emulator.clients()
                .s3("app")
                .getObjectAsBytes(r -> r.bucket(BUCKET).key("p/" + taskId + "/" + STREAM + "/000000.gz"))
                .asByteArray();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ExportTask finished(String id) {
        Deadline deadline = Deadline.soon();
        while (true) {
            ExportTask task =
                    logs.describeExportTasks(r -> r.taskId(id)).exportTasks().get(0);
            if (!List.of("PENDING", "RUNNING").contains(task.status().codeAsString())) {
                return task;
            }
            deadline.check("export: " + task.status() + " (expected: an end)");
        }
    }

    @Test
    void putsEventsIntoTheBucketAsLines() throws IOException {
        bucket(true);
        groupAndStream();
        stream(GROUP, "a/b");
        putNow("first", "second");
        put("a/b", event(now(), "third"));
        String id = export();

        ExportTask task = finished(id);
        assertThat(task.status().codeAsString()).isEqualTo("COMPLETED");
        assertThat(task.executionInfo().completionTime()).isEqualTo(now());
        S3Client s3 = emulator.clients().s3("app");
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET)).contents())
                .extracting(S3Object::key)
                .containsExactlyInAnyOrder(
                        "p/" + id + "/a-b/000000.gz", "p/" + id + "/one/000000.gz", "p/aws-logs-write-test");
        assertThat(exported(id).lines())
                .hasSize(2)
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (first|second)"));
    }

    @Test
    void needsABucketThatTakesIt() {
        groupAndStream();

        assertInvalid("The given bucket does not exist. Please make sure the bucket is valid.", this::export);
        bucket(false);
        assertThat(AwsError.of(this::export).message()).contains("Please check if CloudWatch Logs has been granted");
        assertRefused(
                "ResourceNotFoundException",
                "The specified export task does not exist.",
                () -> logs.cancelExportTask(r -> r.taskId("nothing")));
    }

    @Test
    void hasTheEventsUpToItsEndWithoutWhatIsProtected() throws IOException {
        bucket(true);
        groupAndStream();
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier(GROUP)
                .policyDocument("{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":["
                        + "{\"DataIdentifier\":[\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\"],"
                        + "\"Operation\":{\"Audit\":{\"FindingsDestination\":{}}}},"
                        + "{\"DataIdentifier\":[\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\"],"
                        + "\"Operation\":{\"Deidentify\":{\"MaskConfig\":{}}}}]}"));
        putNow("ü sarah@example.com", "last", "too late");

        String id = export(now() + 1);
        assertThat(finished(id).status().codeAsString()).isEqualTo("COMPLETED");
        assertThat(exported(id).lines()).hasSize(2);
        assertThat(exported(id)).contains("Z ü *****************\n").endsWith("Z last\n");
        assertInvalid(
                "Export task 'to' must not be before 'from'.",
                () -> logs.createExportTask(r ->
                        r.logGroupName(GROUP).destination(BUCKET).from(now()).to(now() - 1)));
        assertInvalid("Export task 'to' must not be before the log group was created.", () -> export(now() - 60_000));
    }
}
