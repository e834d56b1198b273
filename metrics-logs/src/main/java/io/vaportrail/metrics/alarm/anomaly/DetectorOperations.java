package io.vaportrail.metrics.alarm.anomaly;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.metrics.alarm.AlarmErrors;
import io.vaportrail.metrics.alarm.AlarmLimits;
import io.vaportrail.metrics.alarm.Page;
import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.model.cloudwatch.AnomalyDetector;
import io.vaportrail.model.cloudwatch.AnomalyDetectorConfiguration;
import io.vaportrail.model.cloudwatch.AnomalyDetectorStateValue;
import io.vaportrail.model.cloudwatch.DeleteAnomalyDetectorInput;
import io.vaportrail.model.cloudwatch.DeleteAnomalyDetectorOutput;
import io.vaportrail.model.cloudwatch.DescribeAnomalyDetectorsInput;
import io.vaportrail.model.cloudwatch.DescribeAnomalyDetectorsOutput;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.MetricMathAnomalyDetector;
import io.vaportrail.model.cloudwatch.PutAnomalyDetectorInput;
import io.vaportrail.model.cloudwatch.PutAnomalyDetectorOutput;
import io.vaportrail.model.cloudwatch.Range;
import io.vaportrail.model.cloudwatch.SingleMetricAnomalyDetector;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PutAnomalyDetector, DescribeAnomalyDetectors and DeleteAnomalyDetector.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAnomalyDetector.html">PutAnomalyDetector</a>
 */
public final class DetectorOperations {
    private static final int MINUTE = 60;

    private final AnomalyDetectors detectors;

    /** The operations. */
    public DetectorOperations(AnomalyDetectors detectors) {
        this.detectors = detectors;
    }

    /** PutAnomalyDetector. */
    public PutAnomalyDetectorOutput put(PutAnomalyDetectorInput input, Call call) {
        DetectorKey key = key(
                call,
                input.singleMetricAnomalyDetector(),
                input.metricMathAnomalyDetector(),
                single(input.namespace(), input.metricName(), input.dimensions(), input.stat()));
        check(input.configuration());
        detectors
                .in(call.accountId(), call.region())
                .put(key, new Detector(key, input.configuration(), input.metricCharacteristics()));
        return PutAnomalyDetectorOutput.builder().build();
    }

    /** DeleteAnomalyDetector. */
    public DeleteAnomalyDetectorOutput delete(DeleteAnomalyDetectorInput input, Call call) {
        DetectorKey key = key(
                call,
                input.singleMetricAnomalyDetector(),
                input.metricMathAnomalyDetector(),
                single(input.namespace(), input.metricName(), input.dimensions(), input.stat()));
        if (detectors.in(call.accountId(), call.region()).remove(key) == null) {
            throw AlarmErrors.noSuchResource(
                    "AnomalyDetector",
                    key.metric().namespace() + "/" + key.metric().metricName() + "/" + key.stat());
        }
        return DeleteAnomalyDetectorOutput.builder().build();
    }

    private static SingleMetricAnomalyDetector single(
            @Nullable String namespace,
            @Nullable String metricName,
            @Nullable List<Dimension> dimensions,
            @Nullable String stat) {
        return SingleMetricAnomalyDetector.builder()
                .namespace(namespace)
                .metricName(metricName)
                .dimensions(dimensions)
                .stat(stat)
                .build();
    }

    private static DetectorKey key(
            Call call,
            @Nullable SingleMetricAnomalyDetector single,
            @Nullable MetricMathAnomalyDetector math,
            SingleMetricAnomalyDetector older) {
        if (math != null) {
            throw CommonError.receiver(
                    "NotImplemented", 501, "Vaportrail does not implement anomaly detectors over expressions.");
        }
        boolean olderGiven = older.namespace() != null
                || older.metricName() != null
                || older.stat() != null
                || older.dimensions() != null && !older.dimensions().isEmpty();
        if (single != null && olderGiven) {
            throw AlarmErrors.invalidCombination(
                    "Only one of SingleMetricAnomalyDetector, MetricMathAnomalyDetector and the parameters Namespace,"
                            + " MetricName, Dimensions and Stat may be specified.");
        }
        SingleMetricAnomalyDetector given = single == null ? older : single;
        if (given.accountId() != null && !given.accountId().equals(call.accountId())) {
            throw AlarmErrors.invalidParameter(
                    "The parameter AccountId must be the account of the caller: " + call.accountId() + ".");
        }
        return AnomalyDetectors.key(
                call.accountId(),
                call.region(),
                required("Namespace", given.namespace()),
                required("MetricName", given.metricName()),
                given.dimensions(),
                required("Stat", given.stat()));
    }

    private static String required(String parameter, @Nullable String value) {
        if (value == null) {
            throw AlarmErrors.missingParameter("The parameter " + parameter + " is required.");
        }
        return value;
    }

    private static void check(@Nullable AnomalyDetectorConfiguration configuration) {
        if (configuration == null) {
            return;
        }
        List<Range> ranges = configuration.excludedTimeRanges();
        for (Range range : ranges == null ? List.<Range>of() : ranges) {
            if (!range.startTime().isBefore(range.endTime())) {
                throw AlarmErrors.invalidParameter("ExcludedTimeRanges: StartTime must be before EndTime.");
            }
        }
        String zone = configuration.metricTimezone();
        try {
            if (zone != null) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw AlarmErrors.invalidParameter("MetricTimezone: " + zone + " is not a time zone.");
        }
    }

    /** DescribeAnomalyDetectors. */
    public DescribeAnomalyDetectorsOutput describe(DescribeAnomalyDetectorsInput input, Call call) {
        List<String> types = input.anomalyDetectorTypes();
        if (types != null && !types.isEmpty() && !types.contains("SINGLE_METRIC")) {
            return DescribeAnomalyDetectorsOutput.builder()
                    .anomalyDetectors(List.of())
                    .build();
        }
        List<Detector> found = detectors.in(call.accountId(), call.region()).values().stream()
                .filter(detector -> matches(detector.key(), input))
                .sorted(Comparator.comparing(detector -> detector.key().toString()))
                .toList();
        int size = input.maxResults() == null
                ? AlarmLimits.DETECTOR_PAGE
                : Math.min(input.maxResults(), AlarmLimits.DETECTOR_PAGE);
        Page<Detector> page = Page.of(found, "detectors", input.nextToken(), size, detector -> detector.key()
                .toString());
        return DescribeAnomalyDetectorsOutput.builder()
                .anomalyDetectors(page.elements().stream().map(this::view).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean matches(DetectorKey key, DescribeAnomalyDetectorsInput input) {
        List<MetricDimension> wanted = AnomalyDetectors.dimensions(input.dimensions());
        return (input.namespace() == null
                        || input.namespace().equals(key.metric().namespace()))
                && (input.metricName() == null
                        || input.metricName().equals(key.metric().metricName()))
                && (wanted.isEmpty() || key.metric().dimensions().containsAll(wanted));
    }

    private AnomalyDetector view(Detector detector) {
        List<Dimension> dimensions = detector.key().metric().dimensions().stream()
                .map(dimension -> Dimension.builder()
                        .name(dimension.name())
                        .value(dimension.value())
                        .build())
                .toList();
        String namespace = detector.key().metric().namespace();
        String metricName = detector.key().metric().metricName();
        String stat = detector.key().stat();
        return AnomalyDetector.builder()
                .namespace(namespace)
                .metricName(metricName)
                .dimensions(dimensions)
                .stat(stat)
                .configuration(detector.configuration())
                .metricCharacteristics(detector.characteristics())
                .stateValue(state(detector))
                .singleMetricAnomalyDetector(single(namespace, metricName, dimensions, stat))
                .build();
    }

    private String state(Detector detector) {
        List<Datapoint> history = detector.history(detectors.reader(), MINUTE, null, detectors.now());
        if (history.isEmpty()) {
            return AnomalyDetectorStateValue.PENDING_TRAINING;
        }
        return history.size() < BandModel.FEWEST
                ? AnomalyDetectorStateValue.TRAINED_INSUFFICIENT_DATA
                : AnomalyDetectorStateValue.TRAINED;
    }
}
