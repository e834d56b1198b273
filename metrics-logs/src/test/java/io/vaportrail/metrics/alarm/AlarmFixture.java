package io.vaportrail.metrics.alarm;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
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
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.events.PutEventsResponse;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Alarms behind their operations, over metrics in memory and a clock moved by hand; what they publish is kept. */
final class AlarmFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "us-east-1";
    static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ops";
    static final Instant START = Instant.parse("2026-03-05T12:00:00Z");

    final EmulatorClock clock = new EmulatorClock(START::toEpochMilli, new PendingWork());
    final InMemoryMetrics metrics = new InMemoryMetrics();
    final List<PublishInput> published = new ArrayList<>();
    final List<PutEventsRequest> events = new ArrayList<>();
    final AlarmOperations alarms;
    private final Map<OperationSchema<?, ?>, AsyncHandler<Struct, Struct>> handlers = new HashMap<>();

    @Nullable ServiceException topicAnswers;

    boolean eventBridgeExists = true;

    private WireProtocol protocol = WireProtocol.AWS_QUERY;

    AlarmFixture() {
        clock.freeze();
        EmulatorContext context = EmulatorContext.of(
                clock,
                (delay, task) -> () -> {},
                new SeededIds(7),
                new Calls(),
                new HttpRoutes(),
                Runnable::run,
                new EmulatorSettings(false, "000000000000", "us-east-1", null));
        alarms = new AlarmOperations(
                context, metrics, metrics, new AnomalyDetectors(metrics, clock), new InsightRules(clock));
        alarms.register(new Registry());
    }

    /** SNS as the topic answers; EventBridge, which takes everything if it is there. */
    private final class Calls implements InternalCalls {
        @Override
        @SuppressWarnings("unchecked")
        public <I extends Struct, O extends Struct> CompletionStage<O> call(
                OperationSchema<I, O> operation, I input, Caller caller, String region, @Nullable Call cause) {
            if (input instanceof PublishInput publish) {
                published.add(publish);
                ServiceException refusal = topicAnswers;
                return refusal == null
                        ? new CompletableFuture<O>().completeAsync(() -> null, Runnable::run)
                        : CompletableFuture.failedFuture(refusal);
            }
            events.add((PutEventsRequest) input);
            return eventBridgeExists
                    ? CompletableFuture.completedFuture(
                            (O) PutEventsResponse.builder().failedEntryCount(0).build())
                    : CompletableFuture.failedFuture(CommonError.notImplemented(operation));
        }
    }

    private final class Registry implements OperationRegistry {
        @Override
        public <I extends Struct, O extends Struct> OperationRegistry inline(
                OperationSchema<I, O> operation, Handler<I, O> handler) {
            return async(operation, (input, call) -> CompletableFuture.completedFuture(handler.handle(input, call)));
        }

        @Override
        public <I extends Struct, O extends Struct> OperationRegistry onWorker(
                OperationSchema<I, O> operation, Handler<I, O> handler) {
            return inline(operation, handler);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <I extends Struct, O extends Struct> OperationRegistry async(
                OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
            handlers.put(operation, (AsyncHandler<Struct, Struct>) (AsyncHandler<?, ?>) handler);
            return this;
        }
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        CallOrigin origin =
                CallOrigin.within("127.0.0.1", "test", "http://localhost").over(protocol, "localhost", null);
        Call call = new Call(operation, Caller.root(ACCOUNT, null), REGION, "request", origin);
        List<Violation> violations = Validator.validate(input);
        if (!violations.isEmpty()) {
            throw ModelValidationWording.INSTANCE.word(operation, violations, protocol);
        }
        @SuppressWarnings("unchecked")
        CompletableFuture<O> answer =
                (CompletableFuture<O>) Objects.requireNonNull(handlers.get(operation), operation.name())
                        .handle(input, call)
                        .toCompletableFuture();
        return answer.join();
    }

    /** Code, as SDKs have it, and message of a refusal. */
    <I extends Struct, O extends Struct> String refused(OperationSchema<I, O> operation, I input) {
        Throwable thrown = catchThrowable(() -> call(operation, input));
        if (thrown instanceof ServiceException error) {
            String query = error.error().queryCode();
            return (query == null ? error.error().code() : query) + ": " + error.getMessage();
        }
        throw new AssertionError(operation.name() + ": " + thrown + " (expected: a refusal)", thrown);
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
