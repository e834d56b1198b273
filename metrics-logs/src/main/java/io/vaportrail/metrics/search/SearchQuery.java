package io.vaportrail.metrics.search;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.math.MathException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parsed search: namespace and dimension names, a condition, or both. */
public final class SearchQuery {
    private final @Nullable List<String> schema;
    private final @Nullable SearchTerm term;

    SearchQuery(@Nullable List<String> schema, @Nullable SearchTerm term) {
        this.schema = schema;
        this.term = term;
    }

    /**
     * Reads a search.
     *
     * @throws MathException when it is none, with the position
     */
    public static SearchQuery parse(String text) throws MathException {
        if (text.length() > MetricLimits.SEARCH_LENGTH) {
            throw new MathException(
                    "The search expression is longer than " + MetricLimits.SEARCH_LENGTH + " characters");
        }
        return new SearchParser(text).parse();
    }

    /** Whether the metric is one of those looked for. */
    public boolean matches(MetricId metric) {
        return inSchema(metric) && (term == null || term.matches(metric));
    }

    private boolean inSchema(MetricId metric) {
        if (schema == null) {
            return true;
        }
        if (!schema.get(0).equals(metric.namespace())) {
            return false;
        }
        if (schema.size() == 1) {
            return true;
        }
        Set<String> names = new HashSet<>();
        for (MetricDimension dimension : metric.dimensions()) {
            names.add(dimension.name());
        }
        return names.equals(new HashSet<>(schema.subList(1, schema.size())));
    }
}
