package io.vaportrail.logs.insights.engine;

/** A value of a result. */
public record Cell(String field, String value) {}
