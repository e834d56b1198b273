package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** What is done with log groups; what is put into them is not recorded. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class LogsCalls {
    private LogsCalls() {}

    static void groups(GoldenWorld world) {
        CloudWatchLogsClient logs = world.logs("sarah@" + ACCOUNT);
        logs.createLogGroup(r -> r.logGroupName("/shop/orders").tags(Map.of("Team", "billing")));
        logs.putRetentionPolicy(r -> r.logGroupName("/shop/orders").retentionInDays(14));
        logs.createLogStream(r -> r.logGroupName("/shop/orders").logStreamName("one"));
        logs.putLogEvents(
                r -> r.logGroupName("/shop/orders").logStreamName("one").logEvents(e -> e.message("two espressi")
                        .timestamp(GoldenWorld.NOW.toEpochMilli())));
        logs.describeLogGroups(r -> r.logGroupNamePrefix("/shop"));
        logs.describeLogStreams(r -> r.logGroupName("/shop/orders"));
        logs.getLogEvents(
                r -> r.logGroupName("/shop/orders").logStreamName("one").startFromHead(true));
        logs.filterLogEvents(r -> r.logGroupName("/shop/orders").filterPattern("espressi"));
        logs.deleteRetentionPolicy(r -> r.logGroupName("/shop/orders"));
        logs.deleteLogStream(r -> r.logGroupName("/shop/orders").logStreamName("one"));
        AwsError.of(() -> logs.createLogGroup(r -> r.logGroupName("/shop/orders")));
        logs.deleteLogGroup(r -> r.logGroupName("/shop/orders"));
        AwsError.of(() -> logs.deleteLogGroup(r -> r.logGroupName("/shop/orders")));
    }
}
