package io.vaportrail.metrics.contributor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a rule counted in a minute, or in several together. */
final class Counted {
    private final Map<List<String>, Double> contributors = new HashMap<>();
    private long samples;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /** Takes what an event adds; gives whether its contributor is a new one. */
    boolean add(RuleDefinition.Contribution contribution) {
        double value = contribution.value();
        samples++;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
        Double before = contributors.get(contribution.contributor());
        contributors.put(contribution.contributor(), before == null ? value : before + value);
        return before == null;
    }

    /** Takes what another counted. */
    void add(Counted other) {
        other.contributors.forEach((contributor, value) -> contributors.merge(contributor, value, Double::sum));
        samples += other.samples;
        sum += other.sum;
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
    }

    /** What each contributor comes to. */
    Map<List<String>, Double> contributors() {
        return contributors;
    }

    /** The sum over all contributors. */
    double sum() {
        return sum;
    }

    /** What a metric comes to; something has been counted. */
    double value(RuleMetric metric) {
        return switch (metric) {
            case UNIQUE_CONTRIBUTORS -> contributors.size();
            case MAX_CONTRIBUTOR_VALUE -> {
                double top = Double.NEGATIVE_INFINITY;
                for (double value : contributors.values()) {
                    top = Math.max(top, value);
                }
                yield top;
            }
            case SAMPLE_COUNT -> samples;
            case SUM -> sum;
            case MINIMUM -> least;
            case MAXIMUM -> most;
            case AVERAGE -> sum / samples;
        };
    }
}
