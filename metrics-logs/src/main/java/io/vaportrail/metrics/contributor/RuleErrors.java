package io.vaportrail.metrics.contributor;

import io.vaportrail.model.cloudwatch.InvalidNextToken;
import io.vaportrail.model.cloudwatch.InvalidParameterValueException;
import io.vaportrail.model.cloudwatch.LimitExceededException;
import io.vaportrail.model.cloudwatch.PartialFailure;
import io.vaportrail.model.cloudwatch.ResourceNotFoundException;
import io.vaportrail.schema.ServiceException;

/** The errors of Contributor Insights. AWS does not document their sentences: these are the likeliest, here alone. */
final class RuleErrors {
    private static final String RULE = "InsightRule";

    private RuleErrors() {}

    /** A rule that says something else than the syntax allows. */
    static ServiceException definition(String where, String what) {
        return parameter("RuleDefinition", where + ": " + what);
    }

    /** A parameter with a value that makes no sense. */
    static ServiceException parameter(String name, String what) {
        return InvalidParameterValueException.of("The value for parameter " + name + " is invalid. " + what);
    }

    /** A region has as many rules as it may. */
    static ServiceException tooMany(int limit) {
        return LimitExceededException.of(
                "The number of Contributor Insights rules exceeds the limit of " + limit + ".");
    }

    /** No such rule. */
    static ServiceException notFound(String name) {
        return ResourceNotFoundException.builder()
                .resourceType(RULE)
                .resourceId(name)
                .message("The rule " + name + " does not exist.")
                .build();
    }

    /** A token that no page gave. */
    static ServiceException nextToken(String message) {
        return InvalidNextToken.of(message);
    }

    /** No such rule among several. */
    static PartialFailure missing(String name) {
        return PartialFailure.builder()
                .failureResource(name)
                .exceptionType("ResourceNotFoundException")
                .failureCode("404")
                .failureDescription("The rule " + name + " does not exist.")
                .build();
    }
}
