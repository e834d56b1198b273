package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** What is done with log groups; what is put into them is not recorded. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class LogsCalls {
    private static final String GROUP = "/shop/orders";

    private LogsCalls() {}

    static void groups(GoldenWorld world) {
        CloudWatchLogsClient logs = world.logs("sarah@" + ACCOUNT);
        logs.createLogGroup(r -> r.logGroupName(GROUP).tags(Map.of("Team", "billing")));
        logs.putRetentionPolicy(r -> r.logGroupName(GROUP).retentionInDays(14));
        logs.createLogStream(r -> r.logGroupName(GROUP).logStreamName("one"));
        logs.putLogEvents(r -> r.logGroupName(GROUP).logStreamName("one").logEvents(e -> e.message("two espressi")
                .timestamp(GoldenWorld.NOW.toEpochMilli())));
        logs.describeLogGroups(r -> r.logGroupNamePrefix("/shop"));
        logs.describeLogStreams(r -> r.logGroupName(GROUP));
        logs.getLogEvents(r -> r.logGroupName(GROUP).logStreamName("one").startFromHead(true));
        logs.filterLogEvents(r -> r.logGroupName(GROUP).filterPattern("espressi"));
        logs.deleteRetentionPolicy(r -> r.logGroupName(GROUP));
        logs.deleteLogStream(r -> r.logGroupName(GROUP).logStreamName("one"));
        AwsError.of(() -> logs.createLogGroup(r -> r.logGroupName(GROUP)));
        logs.deleteLogGroup(r -> r.logGroupName(GROUP));
        AwsError.of(() -> logs.deleteLogGroup(r -> r.logGroupName(GROUP)));
    }

    /** Metrics of what matches, policies, and tags. */
    @SuppressWarnings("deprecation") // ListTagsLogGroup, which is seen in real records
    static void filters(GoldenWorld world) {
        CloudWatchLogsClient logs = world.logs("sarah@" + ACCOUNT);
        String arn = "arn:aws:logs:us-east-1:" + ACCOUNT + ":log-group:" + GROUP;
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        logs.putMetricFilter(r -> r.logGroupName(GROUP)
                .filterName("orders")
                .filterPattern("{ $.order = * }")
                .metricTransformations(t -> t.metricNamespace("Shop")
                        .metricName("Orders")
                        .metricValue("1")
                        .defaultValue(0.0)));
        logs.describeMetricFilters(r -> r.logGroupName(GROUP));
        logs.testMetricFilter(r -> r.filterPattern("espressi").logEventMessages("two espressi"));
        AwsError.of(() -> logs.putMetricFilter(r -> r.logGroupName(GROUP)
                .filterName("odd")
                .filterPattern("{ $.order")
                .metricTransformations(
                        t -> t.metricNamespace("Shop").metricName("Orders").metricValue("1"))));
        logs.deleteMetricFilter(r -> r.logGroupName(GROUP).filterName("orders"));
        logs.putResourcePolicy(r -> r.policyName("events")
                .policyDocument(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                + "\"events.amazonaws.com\"},\"Action\":\"logs:PutLogEvents\",\"Resource\":\"" + arn
                                + ":*\"}]}"));
        logs.describeResourcePolicies();
        logs.deleteResourcePolicy(r -> r.policyName("events"));
        logs.tagResource(r -> r.resourceArn(arn).tags(Map.of("Team", "billing")));
        logs.listTagsForResource(r -> r.resourceArn(arn));
        logs.listTagsLogGroup(r -> r.logGroupName(GROUP));
        logs.untagResource(r -> r.resourceArn(arn).tagKeys("Team"));
        logs.describeSubscriptionFilters(r -> r.logGroupName(GROUP));
        AwsError.of(
                () -> logs.deleteSubscriptionFilter(r -> r.logGroupName(GROUP).filterName("missing")));
    }

    /** Questions to what is in log groups; what is found is not recorded. */
    static void queries(GoldenWorld world) {
        CloudWatchLogsClient logs = world.logs("sarah@" + ACCOUNT);
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        String id = logs.startQuery(r -> r.logGroupName(GROUP)
                        .queryString("fields @timestamp, @message | limit 5")
                        .startTime(GoldenWorld.NOW.minusSeconds(600).getEpochSecond())
                        .endTime(GoldenWorld.NOW.getEpochSecond())
                        .limit(10))
                .queryId();
        logs.getQueryResults(r -> r.queryId(id));
        logs.describeQueries(r -> r.logGroupName(GROUP));
        AwsError.of(() -> logs.startQuery(r -> r.logGroupName(GROUP)
                .queryString("fields |")
                .startTime(GoldenWorld.NOW.minusSeconds(600).getEpochSecond())
                .endTime(GoldenWorld.NOW.getEpochSecond())));
        AwsError.of(() -> logs.stopQuery(r -> r.queryId("00000000-0000-4000-8000-000000000000")));
        String definition = logs.putQueryDefinition(
                        r -> r.name("orders").queryString("stats count(*)").logGroupNames(GROUP))
                .queryDefinitionId();
        logs.describeQueryDefinitions(r -> r.queryDefinitionNamePrefix("ord"));
        logs.deleteQueryDefinition(r -> r.queryDefinitionId(definition));
        logs.getLogGroupFields(r -> r.logGroupName(GROUP));
        AwsError.of(() -> logs.getLogRecord(r -> r.logRecordPointer("none")));
    }
}
