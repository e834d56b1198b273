package io.vaportrail.metrics.put;

import io.vaportrail.core.metric.MetricUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Units as requests write them. */
public final class Units {
    private Units() {}

    /** The unit that the model lets through; None for {@code null}. */
    public static MetricUnit of(@Nullable String text) {
        return text == null ? MetricUnit.NONE : Objects.requireNonNull(MetricUnit.of(text), "unit: validated");
    }

    /** The unit that a query asks for, or {@code null} when it asks for all. */
    public static @Nullable MetricUnit asked(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
