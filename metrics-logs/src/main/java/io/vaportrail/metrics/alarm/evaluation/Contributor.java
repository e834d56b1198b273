package io.vaportrail.metrics.alarm.evaluation;

import io.vaportrail.core.metric.MetricDimension;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One of the series that an alarm watches one by one.
 *
 * @param id 16 hexadecimal digits that follow from the attributes
 * @param attributes the dimensions that the series are grouped by, with its values
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmContributor.html">AlarmContributor</a>
 */
public record Contributor(String id, Map<String, String> attributes) {
    private static final int DIGITS = 16;

    static Contributor of(List<MetricDimension> dimensions) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (MetricDimension dimension : dimensions) {
            attributes.put(dimension.name(), dimension.value());
        }
        String id = UUID.nameUUIDFromBytes(attributes.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, DIGITS);
        return new Contributor(id, attributes);
    }
}
