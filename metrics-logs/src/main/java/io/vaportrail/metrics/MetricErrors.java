package io.vaportrail.metrics;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.cloudwatch.InvalidParameterCombinationException;
import io.vaportrail.model.cloudwatch.InvalidParameterValueException;
import io.vaportrail.model.cloudwatch.MissingRequiredParameterException;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;

/** The errors of the metrics API, in AWS's words. */
public final class MetricErrors {
    private static final ErrorTrait VALIDATION =
            ErrorTrait.of("ValidationException", 400, true).underQuery("ValidationError", 400);

    private MetricErrors() {}

    /** A value that is not allowed. */
    public static ServiceException invalidValue(String message) {
        return InvalidParameterValueException.of(message);
    }

    /** Parameters that do not go together. */
    public static ServiceException invalidCombination(String message) {
        return InvalidParameterCombinationException.of(message);
    }

    /** A parameter that is missing. */
    public static ServiceException missing(String parameter) {
        return MissingRequiredParameterException.of("The parameter " + parameter + " is required.");
    }

    /** What GetMetricData and alarms on several metrics answer to queries that are wrong. */
    public static ServiceException validation(String message) {
        return CommonError.of(VALIDATION, message);
    }

    /** Part of an operation that the emulator does not have. */
    public static ServiceException notImplemented(String what) {
        return CommonError.receiver("NotImplemented", 501, "Vaportrail does not implement " + what + ".");
    }
}
