package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.cloudwatch.InvalidFormatFault;
import io.vaportrail.model.cloudwatch.InvalidNextToken;
import io.vaportrail.model.cloudwatch.InvalidParameterCombinationException;
import io.vaportrail.model.cloudwatch.InvalidParameterValueException;
import io.vaportrail.model.cloudwatch.LimitExceededFault;
import io.vaportrail.model.cloudwatch.MissingRequiredParameterException;
import io.vaportrail.model.cloudwatch.ResourceNotFound;
import io.vaportrail.model.cloudwatch.ResourceNotFoundException;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;

/** Every error of alarms in AWS's words. */
public final class AlarmErrors {
    private static final ErrorTrait VALIDATION =
            ErrorTrait.of("ValidationException", 400, true).underQuery("ValidationError", 400);

    private static final char DELETE = 0x7f;

    private AlarmErrors() {}

    /** A request that contradicts itself or a rule beyond the model. */
    public static ServiceException validation(String message) {
        return CommonError.of(VALIDATION, message);
    }

    /** A member that must be there in this case. */
    public static ServiceException missing(String member) {
        return validation("1 validation error detected: Value null at '" + member
                + "' failed to satisfy constraint: Member must not be null");
    }

    /** A member with a value that is not among those there are. */
    public static ServiceException notIn(String member, String value, String values) {
        return validation("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: Member must satisfy enum value set: [" + values + "]");
    }

    /** No such alarm; AWS says no more. */
    public static ServiceException noSuchAlarm() {
        return ResourceNotFound.builder().build();
    }

    /** No such resource, named. */
    public static ServiceException noSuchResource(String type, String id) {
        return ResourceNotFoundException.builder()
                .resourceType(type)
                .resourceId(id)
                .message(type + " " + id + " does not exist")
                .build();
    }

    /** A limit that is reached. */
    public static ServiceException limitExceeded(String message) {
        return LimitExceededFault.of(message);
    }

    /** A token that no page gave. */
    public static ServiceException invalidNextToken() {
        return InvalidNextToken.of("The next token specified is invalid.");
    }

    /** Text that should be JSON and is not. */
    public static ServiceException invalidFormat(String message) {
        return InvalidFormatFault.of(message);
    }

    /** A parameter with a value that makes no sense. */
    public static ServiceException invalidParameter(String message) {
        return InvalidParameterValueException.of(message);
    }

    /** Parameters that do not go together. */
    public static ServiceException invalidCombination(String message) {
        return InvalidParameterCombinationException.of(message);
    }

    /** A parameter that must be there. */
    public static ServiceException missingParameter(String message) {
        return MissingRequiredParameterException.of(message);
    }

    /** Refuses names with control characters. */
    static void checkName(String alarmName) {
        if (alarmName.chars().anyMatch(each -> each < ' ' || each == DELETE)) {
            throw validation("AlarmName must not contain ASCII control characters");
        }
    }
}
