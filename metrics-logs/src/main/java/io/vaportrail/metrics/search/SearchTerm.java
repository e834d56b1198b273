package io.vaportrail.metrics.search;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a metric. */
sealed interface SearchTerm {
    /** Whether the metric is one of those looked for. */
    boolean matches(MetricId metric);

    /** Both. */
    record And(SearchTerm left, SearchTerm right) implements SearchTerm {
        @Override
        public boolean matches(MetricId metric) {
            return left.matches(metric) && right.matches(metric);
        }
    }

    /** At least one. */
    record Or(SearchTerm left, SearchTerm right) implements SearchTerm {
        @Override
        public boolean matches(MetricId metric) {
            return left.matches(metric) || right.matches(metric);
        }
    }

    /** All others. */
    record Not(SearchTerm term) implements SearchTerm {
        @Override
        public boolean matches(MetricId metric) {
            return !term.matches(metric);
        }
    }

    /**
     * A text in the metric's names and values.
     *
     * @param property which of them, or {@code null} for all
     * @param text what is looked for
     * @param exact whether the whole must be equal, or tokens do
     */
    record Text(@Nullable String property, String text, boolean exact) implements SearchTerm {
        @Override
        public boolean matches(MetricId metric) {
            SearchTokens wanted = SearchTokens.of(text);
            for (String candidate : candidates(metric)) {
                if (exact ? candidate.equals(text) : SearchTokens.of(candidate).contains(wanted)) {
                    return true;
                }
            }
            return false;
        }

        private List<String> candidates(MetricId metric) {
            List<String> candidates = new ArrayList<>();
            if (property == null || property.equals("MetricName")) {
                candidates.add(metric.metricName());
            }
            if (property == null || property.equals("Namespace")) {
                candidates.add(metric.namespace());
            }
            if (":aws.AccountId".equals(property)) {
                candidates.add(metric.accountId());
                candidates.add("LOCAL");
            }
            for (MetricDimension dimension : metric.dimensions()) {
                if (property == null) {
                    candidates.add(dimension.name());
                }
                if (property == null || property.equals(dimension.name())) {
                    candidates.add(dimension.value());
                }
            }
            return candidates;
        }
    }
}
