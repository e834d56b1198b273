package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** Deliveries to a log group of CloudWatch Logs, under the trail's role. */
class LogGroupDeliveryTest extends TrailsTest {
    private static final String GROUP = "trails";
    private static final String STREAM = ACCOUNT + "_CloudTrail_" + REGION;
    private static final String GROUP_ARN = "arn:aws:logs:us-east-1:000000000000:log-group:trails:*";
    private static final String ROLE_ARN = "arn:aws:iam::000000000000:role/CloudTrailLogs";

    private CloudWatchLogsClient logs;

    @BeforeEach
    void connectToLogs() {
        logs = emulator.clients().logs("test");
        bucketFor("t-1");
    }

    @Test
    void theStreamHasTheRecordsOfAllRegions() {
        role("cloudtrail.amazonaws.com");
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        create();
        cloudTrail.startLogging(r -> r.name("t-1"));
        createQueue("sarah", "here");
        createQueue("mike", "there", ELSEWHERE);
        deliver();

        List<JsonNode> events = events();

        assertThat(events).containsExactlyInAnyOrderElementsOf(records(logFiles()));
        assertThat(events)
                .extracting(e -> e.get("eventName").asText())
                .containsOnlyOnce("StartLogging")
                .filteredOn("CreateQueue"::equals)
                .hasSize(2);
        assertThat(status("t-1").latestCloudWatchLogsDeliveryTime()).isNotNull();
        assertThat(status("t-1").latestCloudWatchLogsDeliveryError()).isNull();
    }

    @Test
    void aFailureShowsIsRetriedAndLosesNothing() {
        role("cloudtrail.amazonaws.com");
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        create();
        cloudTrail.startLogging(r -> r.name("t-1"));
        deliver();
        logs.deleteLogGroup(r -> r.logGroupName(GROUP));
        createQueue("sarah", "lost-and-found");
        deliver();

        assertThat(status("t-1").latestCloudWatchLogsDeliveryError()).isEqualTo("ResourceNotFoundException");
        assertThat(status("t-1").latestDeliveryError()).isNull();

        logs.createLogGroup(r -> r.logGroupName(GROUP));
        advance(60);

        assertThat(status("t-1").latestCloudWatchLogsDeliveryError()).isNull();
        assertThat(events())
                .filteredOn(e -> e.get("eventName").asText().equals("CreateQueue"))
                .hasSize(1);
    }

    @Test
    void aFailureIsInTheAnswerOfTheFlush() {
        role("cloudtrail.amazonaws.com");
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        create();
        cloudTrail.startLogging(r -> r.name("t-1"));
        assertThat(flush().get("failures")).isEmpty();
        logs.deleteLogGroup(r -> r.logGroupName(GROUP));
        createQueue("sarah", "first");

        assertThat(flush().at("/failures/" + trailArn("t-1").replace("/", "~1")).asText())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void aGroupMadeAnewGetsItsStreamAtOnce() {
        role("cloudtrail.amazonaws.com");
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        create();
        cloudTrail.startLogging(r -> r.name("t-1"));
        deliver();
        logs.deleteLogGroup(r -> r.logGroupName(GROUP));
        logs.createLogGroup(r -> r.logGroupName(GROUP));

        assertThat(flush().get("failures")).isEmpty();

        assertThat(status("t-1").latestCloudWatchLogsDeliveryError()).isNull();
        assertThat(events()).extracting(e -> e.get("eventName").asText()).contains("DeleteLogGroup", "CreateLogGroup");
    }

    @Test
    void theGroupMustBeThere() {
        role("cloudtrail.amazonaws.com");

        assertRefused(
                "InvalidCloudWatchLogsLogGroupArnException",
                "Access denied. Check the permissions for your role.",
                this::create);
    }

    @Test
    void theRoleMustTrustCloudTrail() {
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        assertRefused(
                "InvalidCloudWatchLogsRoleArnException",
                "Access denied. Check the trust relationships for your role.",
                this::create);

        role("ec2.amazonaws.com");
        assertRefused(
                "InvalidCloudWatchLogsRoleArnException",
                "Access denied. Check the trust relationships for your role.",
                this::create);
    }

    private void role(String trusted) {
        emulator.clients().iam("test").createRole(r -> r.roleName("CloudTrailLogs")
                .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"" + trusted + "\"},\"Action\":\"sts:AssumeRole\"}]}"));
    }

    private void create() {
        cloudTrail.createTrail(CreateTrailRequest.builder()
                .name("t-1")
                .s3BucketName(BUCKET)
                .isMultiRegionTrail(true)
                .cloudWatchLogsLogGroupArn(GROUP_ARN)
                .cloudWatchLogsRoleArn(ROLE_ARN)
                .build());
    }

    private List<JsonNode> events() {
        return logs
                .getLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM).startFromHead(true))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .map(TrailsTest::parse)
                .toList();
    }
}
