package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.core.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.Destination;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyType;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

class SubscriptionTest extends LogsTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:f";
    private static final String KINESIS = "arn:aws:kinesis:us-east-1:" + ACCOUNT + ":stream/s";
    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/r";

    private void subscribe(String name, String pattern, String arn, @Nullable String role) {
        logs.putSubscriptionFilter(r -> r.logGroupName(GROUP)
                .filterName(name)
                .filterPattern(pattern)
                .destinationArn(arn)
                .roleArn(role));
    }

    private List<?> undelivered() {
        try {
            HttpRequest request = HttpRequest.newBuilder(emulator.endpoint().resolve("/_vaportrail/logs/undelivered"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            return (List<?>) Objects.requireNonNull(
                    Objects.requireNonNull(Json.readObject(body)).get("undelivered"));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsWhatItCannotDeliverInTheFormThatAwsDelivers() {
        groupAndStream();
        subscribe("f", "ERROR", FUNCTION, null);
        putNow("ERROR one", "fine", "ERROR two");

        List<?> kept = undelivered();
        assertThat(kept).hasSize(2);
        Map<?, ?> probe = Objects.requireNonNull((Map<?, ?>) ((Map<?, ?>) kept.get(0)).get("data"));
        assertThat(probe.get("messageType")).isEqualTo("CONTROL_MESSAGE");
        Map<?, ?> payload = (Map<?, ?>) kept.get(1);
        assertThat(payload.get("delivered")).isEqualTo(false);
        assertThat(payload.get("destinationArn")).isEqualTo(FUNCTION);
        Map<?, ?> data = Objects.requireNonNull((Map<?, ?>) payload.get("data"));
        assertThat(data.keySet().stream().map(String::valueOf))
                .containsExactly("messageType", "owner", "logGroup", "logStream", "subscriptionFilters", "logEvents");
        assertThat(data.get("messageType")).isEqualTo("DATA_MESSAGE");
        assertThat(data.get("owner")).isEqualTo(ACCOUNT);
        assertThat(data.get("subscriptionFilters")).isEqualTo(List.of("f"));
        assertThat((List<?>) data.get("logEvents")).hasSize(2);
    }

    @Test
    void areDescribedAndDeleted() {
        group(GROUP);
        assertThat(logs.describeSubscriptionFilters(r -> r.logGroupName(GROUP)).subscriptionFilters())
                .isEmpty();
        subscribe("f", "[]", FUNCTION, null);
        SubscriptionFilter filter = logs.describeSubscriptionFilters(r -> r.logGroupName(GROUP))
                .subscriptionFilters()
                .get(0);
        assertThat(filter.distributionAsString()).isEqualTo("ByLogStream");
        assertThat(filter.filterPattern()).isEqualTo("[]");
        assertThat(filter.applyOnTransformedLogs()).isFalse();

        logs.deleteSubscriptionFilter(r -> r.logGroupName(GROUP).filterName("f"));
        assertThat(AwsError.of(() -> logs.deleteSubscriptionFilter(
                                r -> r.logGroupName(GROUP).filterName("f")))
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void areTwoAtMost() {
        group(GROUP);
        subscribe("a", "", FUNCTION, null);
        subscribe("b", "", KINESIS, ROLE);
        subscribe("b", "x", KINESIS, ROLE);

        assertRefused("LimitExceededException", "Resource limit exceeded.", () -> subscribe("c", "", FUNCTION, null));
    }

    @Test
    void leadToWhatAwsTakesAlone() {
        group(GROUP);

        assertInvalid(
                "PutSubscriptionFilter operation cannot work with destinationArn for vendor sqs",
                () -> subscribe("a", "", "arn:aws:sqs:us-east-1:" + ACCOUNT + ":q", null));
        assertInvalid(
                "destinationArn for vendor kinesis cannot be used without roleArn",
                () -> subscribe("a", "", KINESIS, null));
        assertInvalid(
                "destinationArn for vendor lambda cannot be used with roleArn",
                () -> subscribe("a", "", FUNCTION, ROLE));
    }

    @Test
    void leadThroughDestinations() {
        groupAndStream();
        Destination made = logs.putDestination(
                        r -> r.destinationName("d").targetArn(KINESIS).roleArn(ROLE))
                .destination();
        assertThat(made.arn()).isEqualTo("arn:aws:logs:us-east-1:" + ACCOUNT + ":destination:d");
        logs.putDestinationPolicy(r -> r.destinationName("d")
                .accessPolicy(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                                + ACCOUNT + "\"},\"Action\":\"logs:PutSubscriptionFilter\",\"Resource\":\"" + made.arn()
                                + "\"}]}"));
        subscribe("a", "", made.arn(), null);
        putNow("x");

        assertThat(((Map<?, ?>) undelivered().get(1)).get("destinationArn")).isEqualTo(KINESIS);
        assertThat(logs.describeDestinations(r -> r.destinationNamePrefix("d"))
                        .destinations()
                        .get(0)
                        .accessPolicy())
                .contains("PutSubscriptionFilter");
        logs.deleteDestination(r -> r.destinationName("d"));
        assertThat(logs.describeDestinations().destinations()).isEmpty();
    }

    @Test
    void ofAnAccountHoldForAllGroupsButSome() {
        groupAndStream();
        group("quiet");
        stream("quiet", STREAM);
        logs.putAccountPolicy(r -> r.policyName("all")
                .policyType(PolicyType.SUBSCRIPTION_FILTER_POLICY)
                .selectionCriteria("LogGroupName NOT IN [\"quiet\"]")
                .policyDocument("{\"DestinationArn\":\"" + FUNCTION + "\",\"FilterPattern\":\"ERROR\"}"));
        putNow("ERROR");
        logs.putLogEvents(r -> r.logGroupName("quiet").logStreamName(STREAM).logEvents(event(now(), "ERROR")));

        assertThat(undelivered()).hasSize(2);
        assertThat(AwsError.of(() -> logs.putAccountPolicy(r -> r.policyName("x")
                                .policyType(PolicyType.TRANSFORMER_POLICY)
                                .policyDocument("{}")))
                        .code())
                .isEqualTo("NotImplemented");
    }

    @Test
    void seeWhatDataProtectionLeaves() {
        groupAndStream();
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier(GROUP)
                .policyDocument("{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":["
                        + "{\"DataIdentifier\":[\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\"],"
                        + "\"Operation\":{\"Audit\":{\"FindingsDestination\":{}}}},"
                        + "{\"DataIdentifier\":[\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\"],"
                        + "\"Operation\":{\"Deidentify\":{\"MaskConfig\":{}}}}]}"));
        subscribe("name", "sarah", FUNCTION, null);
        subscribe("word", "mail", FUNCTION, null);
        putNow("mail sarah@example.com");

        List<?> kept = undelivered();
        assertThat(kept).hasSize(3);
        assertThat(Json.write(kept.get(2))).contains("mail *****************").doesNotContain("sarah");
    }

    @Test
    void ofAnAccountAreRefusedWhenTheyAreMalformed() {
        for (String members : List.of(
                "",
                "\"DestinationArn\":7",
                "\"DestinationArn\":\"" + FUNCTION + "\",\"Distribution\":\"Sometimes\"",
                "\"DestinationArn\":\"" + FUNCTION + "\",\"FilterPattern\":7",
                "\"DestinationArn\":\"" + FUNCTION + "\",\"FilterPattern\":\"{\"",
                "\"DestinationArn\":\"" + KINESIS + "\"")) {
            assertThat(AwsError.of(() -> logs.putAccountPolicy(r -> r.policyName("all")
                                    .policyType(PolicyType.SUBSCRIPTION_FILTER_POLICY)
                                    .policyDocument("{" + members + "}")))
                            .code())
                    .as(members)
                    .isEqualTo("InvalidParameterException");
        }
    }

    @Test
    void countEventsThatWereNotDelivered() {
        groupAndStream();
        subscribe("f", "ERROR", FUNCTION, null);
        logs.putAccountPolicy(r -> r.policyName("all")
                .policyType(PolicyType.SUBSCRIPTION_FILTER_POLICY)
                .policyDocument("{\"DestinationArn\":\"" + FUNCTION + "\"}"));
        putNow("ERROR one", "fine", "ERROR two");

        assertThat(undelivered("LogGroupName", GROUP, "f")).isEqualTo(2);
        assertThat(undelivered("PolicyLevel", "AccountPolicy", "all")).isEqualTo(3);
        assertInvalid("Invalid roleArn: r", () -> subscribe("g", "", KINESIS, "r"));
    }

    private double undelivered(String dimension, String value, String filter) {
        return emulator
                .clients()
                .cloudWatch("app")
                .getMetricStatistics(r -> r.namespace("AWS/Logs")
                        .metricName("DeliveryErrors")
                        .dimensions(
                                d -> d.name(dimension).value(value),
                                d -> d.name("DestinationType").value("Lambda"),
                                d -> d.name("FilterName").value(filter))
                        .period(3600)
                        .statistics(Statistic.SUM)
                        .startTime(emulator.now().minusSeconds(3600))
                        .endTime(emulator.now().plusSeconds(3600)))
                .datapoints()
                .stream()
                .mapToDouble(point -> point.sum())
                .sum();
    }
}
