package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often an operation may be called: AWS's default quotas of the APIs whose calls are counted as AWS/Usage CallCount. They are
 * looked up and nothing more; no call is throttled. SQS, S3, IAM and STS have none that belong to a usage metric.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/cw_region.html">CloudWatch quotas</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch Logs quotas</a>
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html">CloudTrail quotas</a>
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">SNS quotas</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html">EventBridge quotas</a>
 */
final class ServiceQuotas {
    /** Service, calls in a second, the operations; or one operation with {@code @} and the regions where it is another figure. */
    private static final String TABLE = """
            CloudWatch 1 DisableInsightRules EnableInsightRules
            CloudWatch 3 DeleteAlarmMuteRule DeleteAlarms DisableAlarmActions EnableAlarmActions PutAlarmMuteRule
            CloudWatch 3 PutCompositeAlarm PutMetricAlarm SetAlarmState
            CloudWatch 5 DeleteAnomalyDetector DeleteInsightRules PutInsightRule
            CloudWatch 9 DescribeAlarmContributors DescribeAlarms DescribeAlarmsForMetric
            CloudWatch 10 DeleteDashboards DeleteMetricStream DescribeAnomalyDetectors GetDashboard GetMetricStream
            CloudWatch 10 ListDashboards ListMetricStreams ListTagsForResource PutAnomalyDetector PutDashboard
            CloudWatch 10 PutMetricStream StartMetricStreams StopMetricStreams
            CloudWatch 20 DescribeAlarmHistory DescribeInsightRules GetAlarmMuteRule GetInsightRuleReport
            CloudWatch 20 GetMetricWidgetImage TagResource UntagResource
            CloudWatch 25 ListMetrics
            CloudWatch 50 ListAlarmMuteRules
            CloudWatch 400 GetMetricStatistics
            CloudWatch 500 GetMetricData PutMetricData
            Logs 5 CreateExportTask DeleteDataProtectionPolicy DeleteDestination DeleteMetricFilter DeleteRetentionPolicy
            Logs 5 DeleteSubscriptionFilter DescribeDestinations DescribeExportTasks DescribeMetricFilters
            Logs 5 DescribeSubscriptionFilters GetDataProtectionPolicy ListTagsForResource ListTagsLogGroup
            Logs 5 PutDataProtectionPolicy PutDestination PutDestinationPolicy PutMetricFilter PutRetentionPolicy
            Logs 5 PutSubscriptionFilter StartLiveTail TagLogGroup TagResource TestMetricFilter UntagLogGroup UntagResource
            Logs 10 CreateLogGroup DeleteLogGroup DescribeLogGroups FilterLogEvents GetQueryResults StartQuery
            Logs 15 DeleteLogStream
            Logs 25 DescribeLogStreams GetLogEvents
            Logs 50 CreateLogStream
            Logs 5000 PutLogEvents
            Logs 5 FilterLogEvents @ ap-northeast-3 ap-southeast-3 ca-west-1 eu-central-1 il-central-1
            Logs 25 FilterLogEvents @ us-east-1
            Logs 10 GetLogEvents @ us-west-2 ap-northeast-3 ap-southeast-3 ca-west-1 eu-central-1 eu-west-1 il-central-1
            Logs 30 GetLogEvents @ eu-west-3
            CloudTrail 1 AddTags CreateTrail DeleteTrail PutEventSelectors PutInsightSelectors RemoveTags StartLogging
            CloudTrail 1 StopLogging UpdateTrail
            CloudTrail 2 LookupEvents
            CloudTrail 10 DescribeTrails GetEventSelectors GetInsightSelectors GetTrail GetTrailStatus ListPublicKeys
            CloudTrail 10 ListTags ListTrails
            SNS 10 ListTagsForResource SetTopicAttributes TagResource UntagResource
            SNS 15 ListPlatformApplications
            SNS 30 CreateTopic DeleteTopic GetTopicAttributes ListSubscriptions ListSubscriptionsByTopic ListTopics
            SNS 100 Subscribe Unsubscribe
            EventBridge 400 PutEvents
            EventBridge 600 PutEvents @ ap-east-1 ap-northeast-2 ap-south-1 ca-central-1 eu-north-1 eu-west-3 sa-east-1
            EventBridge 1200 PutEvents @ us-west-1 ap-northeast-1 ap-southeast-1 ap-southeast-2 eu-west-2
            EventBridge 2400 PutEvents @ us-east-2 eu-central-1 eu-south-2
            EventBridge 10000 PutEvents @ us-east-1 us-west-2 eu-west-1
            """;

    private static final String EXCEPT_IN = "@";
    private static final int OPERATIONS = 2;

    private ServiceQuotas() {}

    /** The table, read when somebody asks for a quota. */
    private static final class Table {
        private static final Map<String, Integer> PER_SECOND = read();
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> perSecond = new HashMap<>();
        for (String line : TABLE.split("\n")) {
            String[] words = line.split(" ");
            boolean regional = words.length > OPERATIONS + 1 && words[OPERATIONS + 1].equals(EXCEPT_IN);
            String prefix = words[0] + (regional ? " " + words[OPERATIONS] : "");
            for (int i = regional ? OPERATIONS + 2 : OPERATIONS; i < words.length; i++) {
                perSecond.put(prefix + " " + words[i], Integer.valueOf(words[1]));
            }
        }
        return Map.copyOf(perSecond);
    }

    /** How many calls a second the quota behind a usage metric allows, or {@code null} when there is none. */
    static @Nullable Integer perSecond(MetricId metric) {
        if (!metric.namespace().equals("AWS/Usage") || !metric.metricName().equals("CallCount")) {
            return null;
        }
        Map<String, String> dimensions = new HashMap<>();
        for (MetricDimension dimension : metric.dimensions()) {
            dimensions.put(dimension.name(), dimension.value());
        }
        String operation = dimensions.remove("Service") + " " + dimensions.remove("Resource");
        if (!dimensions.equals(Map.of("Class", "None", "Type", "API"))) {
            return null;
        }
        Integer regional = Table.PER_SECOND.get(operation + " " + metric.region());
        return regional == null ? Table.PER_SECOND.get(operation) : regional;
    }
}
