package io.vaportrail.metrics;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.model.cloudwatch.Dimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dimensions between the model and the store. */
public final class Dimensions {
    private Dimensions() {}

    /** As the store knows them; none for {@code null}. */
    public static List<MetricDimension> of(@Nullable List<Dimension> dimensions) {
        if (dimensions == null || dimensions.isEmpty()) {
            return List.of();
        }
        List<MetricDimension> known = new ArrayList<>(dimensions.size());
        for (Dimension dimension : dimensions) {
            known.add(new MetricDimension(dimension.name(), dimension.value()));
        }
        return known;
    }

    /** As the model knows them. */
    public static List<Dimension> toModel(List<MetricDimension> dimensions) {
        List<Dimension> shown = new ArrayList<>(dimensions.size());
        for (MetricDimension dimension : dimensions) {
            shown.add(Dimension.builder()
                    .name(dimension.name())
                    .value(dimension.value())
                    .build());
        }
        return shown;
    }
}
