package io.vaportrail.metrics.math;

import java.util.List;

/** What an expression sees of the request around it. */
interface ExpressionScope {
    /** What a part comes to. */
    Value value(Node node) throws MathException;

    /** The time that is covered. */
    Grid grid();

    /** The period of what the expression makes out of nothing, in seconds. */
    int period();

    /** The request's metrics whose id contains that. */
    List<TimeSeries> metrics(String idPart) throws MathException;

    /** What a search finds. */
    List<TimeSeries> search(String query, String statistic, int period) throws MathException;

    /** The upper and the lower edge of a metric's band. */
    List<TimeSeries> band(String id, double width) throws MathException;

    /** What a Contributor Insights rule counted. */
    TimeSeries insightRuleMetric(String rule, String metric) throws MathException;

    /** Whether such rules have a metric of that name. */
    boolean isInsightRuleMetric(String metric);

    /** What tells that the emulator lacks a function; thrown by the caller. */
    RuntimeException notImplemented(String function);
}
