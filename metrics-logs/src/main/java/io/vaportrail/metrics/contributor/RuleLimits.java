package io.vaportrail.metrics.contributor;

import java.time.Duration;

/**
 * The limits of Contributor Insights.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-RuleSyntax.html">Rule syntax</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-ViewReports.html">Reports</a>
 */
final class RuleLimits {
    /** Rules of a region. */
    static final int RULES = 100;

    /** Log groups, or their prefixes, of a rule. */
    static final int LOG_GROUPS = 20;

    /** Keys of a rule. */
    static final int KEYS = 4;

    /** Filters of a rule. */
    static final int FILTERS = 4;

    /** Texts of a filter. */
    static final int FILTER_VALUES = 10;

    /** Bytes of a key; more are cut off. */
    static final int KEY_BYTES = 1024;

    /** Rules of a page. */
    static final int PAGE = 500;

    /** Contributors of a report at most. */
    static final int CONTRIBUTORS = 100;

    /** Contributors of a report unless the caller says how many. */
    static final int DEFAULT_CONTRIBUTORS = 10;

    /** The longest time that a report covers. */
    static final Duration REPORT = Duration.ofDays(1);

    /** How long is kept what rules have counted. */
    static final Duration KEPT = Duration.ofDays(15);

    /** About how many bytes all rules together may take here; beyond it the oldest minutes of the largest rule go. */
    static final long MEMORY_BYTES = 16L << 20;

    private RuleLimits() {}
}
