package io.vaportrail.metrics.alarm;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.metrics.alarm.anomaly.AnomalyDetectors;
import io.vaportrail.metrics.contributor.InsightRules;
import io.vaportrail.model.cloudwatch.AlarmHistoryItem;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.CompositeAlarm;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmsInput;
import io.vaportrail.model.cloudwatch.MetricAlarm;
import io.vaportrail.model.cloudwatch.PutCompositeAlarmInput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.model.cloudwatch.SetAlarmStateInput;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.events.PutEventsResponse;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.PublishResponse;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.support.OperationCalls;
import io.vaportrail.support.StandInCalls;
import io.vaportrail.support.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alarms behind their operations, over metrics in memory and a clock moved by hand; what they publish is kept. */
final class AlarmFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "us-east-1";
    static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ops";
    static final Instant START = Instant.parse("2026-03-05T12:00:00Z");

    final Surroundings surroundings = new Surroundings(START);
    final EmulatorClock clock = surroundings.clock;
    final InMemoryMetrics metrics = new InMemoryMetrics();
    final List<PublishInput> published = new ArrayList<>();
    final List<PutEventsRequest> events = new ArrayList<>();
    final AlarmOperations alarms;
    private final OperationCalls operations = new OperationCalls(
            ModelValidationWording.INSTANCE, WireProtocol.AWS_QUERY, Caller.root(ACCOUNT, null), REGION);

    @Nullable ServiceException topicAnswers;

    boolean eventBridgeExists = true;

    AlarmFixture() {
        surroundings.calling(
                new StandInCalls().on(SnsService.PUBLISH, this::publish).on(EventsService.PUT_EVENTS, this::putEvents));
        AnomalyDetectors detectors = new AnomalyDetectors(metrics, clock);
        alarms = new AlarmOperations(surroundings.context(), metrics, metrics, detectors, new InsightRules(clock));
        alarms.register(operations);
    }

    private PublishResponse publish(PublishInput publish) {
        published.add(publish);
        if (topicAnswers != null) {
            throw topicAnswers;
        }
        return PublishResponse.builder().build();
    }

    /** Takes everything if EventBridge is there. */
    private PutEventsResponse putEvents(PutEventsRequest put) {
        events.add(put);
        if (!eventBridgeExists) {
            throw CommonError.notImplemented(EventsService.PUT_EVENTS);
        }
        return PutEventsResponse.builder().failedEntryCount(0).build();
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        return operations.call(operation, input);
    }

    /** Code, as SDKs have it, and message of a refusal. */
    <I extends Struct, O extends Struct> String refused(OperationSchema<I, O> operation, I input) {
        return OperationCalls.codeAndMessage(operations.refused(operation, input));
    }

    /** An alarm on the sum of the metric {@code M} over a minute, above 5, that tells the topic of everything. */
    static PutMetricAlarmInput.Builder alarm(String name) {
        return PutMetricAlarmInput.builder()
                .alarmName(name)
                .namespace("N")
                .metricName("M")
                .statistic("Sum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator("GreaterThanThreshold")
                .okActions(List.of(TOPIC))
                .alarmActions(List.of(TOPIC))
                .insufficientDataActions(List.of(TOPIC));
    }

    static PutCompositeAlarmInput.Builder composite(String name, String rule) {
        return PutCompositeAlarmInput.builder()
                .alarmName(name)
                .alarmRule(rule)
                .okActions(List.of(TOPIC))
                .alarmActions(List.of(TOPIC));
    }

    void put(PutMetricAlarmInput.Builder alarm) {
        call(CloudWatchService.PUT_METRIC_ALARM, alarm.build());
    }

    void put(PutCompositeAlarmInput.Builder alarm) {
        call(CloudWatchService.PUT_COMPOSITE_ALARM, alarm.build());
    }

    void set(String name, String state) {
        call(
                CloudWatchService.SET_ALARM_STATE,
                SetAlarmStateInput.builder()
                        .alarmName(name)
                        .stateValue(state)
                        .stateReason("by hand")
                        .build());
    }

    void value(double value) {
        metrics.put("M", clock.millis(), value);
    }

    void advance(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    MetricAlarm metricAlarm(String name) {
        return Objects.requireNonNull(call(
                                CloudWatchService.DESCRIBE_ALARMS,
                                DescribeAlarmsInput.builder()
                                        .alarmNames(List.of(name))
                                        .build())
                        .metricAlarms())
                .get(0);
    }

    CompositeAlarm compositeAlarm(String name) {
        return Objects.requireNonNull(call(
                                CloudWatchService.DESCRIBE_ALARMS,
                                DescribeAlarmsInput.builder()
                                        .alarmNames(List.of(name))
                                        .alarmTypes(List.of("CompositeAlarm"))
                                        .build())
                        .compositeAlarms())
                .get(0);
    }

    String state(String name) {
        return String.valueOf(metricAlarm(name).stateValue());
    }

    String compositeState(String name) {
        return String.valueOf(compositeAlarm(name).stateValue());
    }

    /** What was published since asked last: alarm and state. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (PublishInput publish : published) {
            Map<String, @Nullable Object> message = message(publish);
            told.add(message.get("AlarmName") + " " + message.get("NewStateValue"));
        }
        published.clear();
        return told;
    }

    /** The events of a type since asked last; all others are forgotten. */
    List<PutEventsRequestEntry> events(String detailType) {
        List<PutEventsRequestEntry> found = new ArrayList<>();
        for (PutEventsRequest request : events) {
            for (PutEventsRequestEntry entry : request.entries()) {
                if (detailType.equals(entry.detailType())) {
                    found.add(entry);
                }
            }
        }
        events.clear();
        return found;
    }

    /** The message that subscribers other than people get. */
    static Map<String, @Nullable Object> message(PublishInput publish) {
        Map<String, @Nullable Object> forms = Objects.requireNonNull(Json.readObject(publish.message()));
        return Objects.requireNonNull(Json.readObject(String.valueOf(forms.get("default"))));
    }

    List<AlarmHistoryItem> history(DescribeAlarmHistoryInput.Builder input) {
        return Objects.requireNonNull(
                call(CloudWatchService.DESCRIBE_ALARM_HISTORY, input.build()).alarmHistoryItems());
    }

    List<String> history(String type) {
        return history(DescribeAlarmHistoryInput.builder()
                        .historyItemType(type)
                        .alarmTypes(List.of("MetricAlarm", "CompositeAlarm")))
                .stream()
                .map(item -> String.valueOf(item.historySummary()))
                .toList();
    }
}
