package io.vaportrail.metrics.put;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.Dimensions;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.publish.MetricIntake;
import io.vaportrail.metrics.store.SetOfValues;
import io.vaportrail.model.cloudwatch.Entity;
import io.vaportrail.model.cloudwatch.EntityMetricData;
import io.vaportrail.model.cloudwatch.MetricDatum;
import io.vaportrail.model.cloudwatch.PutMetricDataInput;
import io.vaportrail.model.cloudwatch.StatisticSet;
import io.vaportrail.schema.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PutMetricData: all of a request's values, or none when one of them is wrong.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html">PutMetricData</a>
 */
public final class PutMetricData implements Handler<PutMetricDataInput, Unit> {
    private static final String RESERVED = "AWS/";

    private final MetricIntake intake;
    private final EmulatorClock clock;

    /** The operation. */
    public PutMetricData(MetricIntake intake, EmulatorClock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Unit handle(PutMetricDataInput input, Call call) {
        checkSize(call.origin().request());
        long now = clock.millis();
        check(input, now);
        List<MetricDatum> plain = input.metricData();
        if (plain != null) {
            take(input.namespace(), plain, call, now);
        }
        List<EntityMetricData> ofEntities = input.entityMetricData();
        if (ofEntities != null) {
            for (EntityMetricData entity : ofEntities) {
                List<MetricDatum> data = entity.metricData();
                take(input.namespace(), data == null ? List.of() : data, call, now);
            }
        }
        return Unit.INSTANCE;
    }

    private static void checkSize(@Nullable HttpRequest request) {
        String length = request == null ? null : request.header("Content-Length");
        if (length != null && length.length() > 6 && Long.parseLong(length) > MetricLimits.PUT_BODY_BYTES) {
            throw CommonError.sender(
                    "RequestEntityTooLarge",
                    413,
                    "Request size exceeded the limit of " + MetricLimits.PUT_BODY_BYTES + " bytes.");
        }
    }

    private static void check(PutMetricDataInput input, long now) {
        if (input.namespace().startsWith(RESERVED)) {
            throw MetricErrors.invalidValue("The value " + RESERVED + " for parameter Namespace is invalid.");
        }
        DatumCheck check = new DatumCheck(now);
        List<MetricDatum> plain = input.metricData();
        List<EntityMetricData> ofEntities = input.entityMetricData();
        if ((plain == null || plain.isEmpty()) && (ofEntities == null || ofEntities.isEmpty())) {
            throw MetricErrors.missing("MetricData");
        }
        if (plain != null) {
            check.all(plain, "MetricData");
        }
        if (ofEntities != null) {
            int number = 1;
            for (EntityMetricData entity : ofEntities) {
                List<MetricDatum> data = entity.metricData();
                String path = "EntityMetricData.member." + number++ + ".MetricData";
                if (data == null || data.isEmpty()) {
                    throw MetricErrors.missing(path);
                }
                check.all(data, path);
                if (Boolean.TRUE.equals(input.strictEntityValidation())) {
                    checkEntity(entity.entity(), number - 1);
                }
            }
        }
        check.finish();
    }

    /**
     * An entity has a type, and a name or an identifier. Without strict validation metrics of others are taken all the same.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Entity.html">Entity</a>
     */
    private static void checkEntity(@Nullable Entity entity, int number) {
        Map<String, String> keys = entity == null ? null : entity.keyAttributes();
        if (keys == null
                || !keys.containsKey("Type")
                || !(keys.containsKey("Name") || keys.containsKey("Identifier"))) {
            throw MetricErrors.invalidValue("The parameter EntityMetricData.member." + number + ".Entity is invalid: "
                    + (entity == null ? "InvalidEntity" : "InvalidKeyAttributes") + ".");
        }
    }

    private void take(String namespace, List<MetricDatum> data, Call call, long now) {
        for (MetricDatum datum : data) {
            MetricId id = new MetricId(
                    call.accountId(), call.region(), namespace, datum.metricName(), Dimensions.of(datum.dimensions()));
            MetricIntake.Point point = new MetricIntake.Point(
                    id,
                    datum.timestamp() == null ? now : datum.timestamp().toEpochMilli(),
                    datum.storageResolution() != null && datum.storageResolution() == 1,
                    Units.of(datum.unit()));
            put(point, datum);
        }
    }

    private void put(MetricIntake.Point point, MetricDatum datum) {
        Double value = datum.value();
        StatisticSet set = datum.statisticValues();
        List<Double> values = datum.values();
        if (value != null) {
            intake.add(point, value, 1);
        } else if (set != null) {
            intake.addSet(point, new SetOfValues(set.sampleCount(), set.sum(), set.minimum(), set.maximum()));
        } else if (values != null) {
            List<Double> counts = datum.counts();
            for (int i = 0; i < values.size(); i++) {
                double count = counts == null || counts.isEmpty() ? 1 : counts.get(i);
                if (count > 0) {
                    intake.add(point, values.get(i), count);
                }
            }
        }
    }
}
