package io.vaportrail.logs;

import io.vaportrail.model.logs.InvalidOperationException;
import io.vaportrail.model.logs.InvalidParameterException;
import io.vaportrail.model.logs.LimitExceededException;
import io.vaportrail.model.logs.ResourceAlreadyExistsException;
import io.vaportrail.model.logs.ResourceNotFoundException;
import io.vaportrail.model.logs.ServiceUnavailableException;
import io.vaportrail.model.logs.TooManyTagsException;
import io.vaportrail.model.logs.ValidationException;
import io.vaportrail.schema.ServiceException;

/** Every error of CloudWatch Logs in AWS's words. */
public final class LogsErrors {
    private LogsErrors() {}

    /** A parameter that is refused. */
    public static ServiceException invalid(String message) {
        return InvalidParameterException.of(message);
    }

    /** A value that the model would take and the service does not. */
    public static ServiceException constraint(String member, Object value, String demand) {
        return invalid("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: " + demand);
    }

    /** A required value that is missing. */
    public static ServiceException missing(String member) {
        return invalid("1 validation error detected: Value null at '" + member
                + "' failed to satisfy constraint: Member must not be null");
    }

    /** Two parameters of which only one may be given. */
    public static ServiceException validation(String message) {
        return ValidationException.of(message);
    }

    /** No such log group. */
    public static ServiceException noSuchGroup() {
        return ResourceNotFoundException.of("The specified log group does not exist.");
    }

    /** No such log stream. */
    public static ServiceException noSuchStream() {
        return ResourceNotFoundException.of("The specified log stream does not exist.");
    }

    /** Nothing there of another kind. */
    public static ServiceException notFound(String message) {
        return ResourceNotFoundException.of(message);
    }

    /** The name is taken. */
    public static ServiceException groupExists() {
        return ResourceAlreadyExistsException.of("The specified log group already exists");
    }

    /** The name is taken. */
    public static ServiceException streamExists() {
        return ResourceAlreadyExistsException.of("The specified log stream already exists");
    }

    /** The name is taken. */
    public static ServiceException exists(String message) {
        return ResourceAlreadyExistsException.of(message);
    }

    /** A token that leads nowhere. */
    public static ServiceException invalidToken() {
        return invalid("The specified nextToken is invalid.");
    }

    /** More of something than there can be. */
    public static ServiceException limitExceeded() {
        return LimitExceededException.of("Resource limit exceeded.");
    }

    /** More tags than there can be. */
    public static ServiceException tooManyTags(String arn) {
        return TooManyTagsException.builder()
                .message("The resource already has the maximum number of tags.")
                .resourceName(arn)
                .build();
    }

    /** Something that cannot be done with this log group. */
    public static ServiceException invalidOperation(String message) {
        return InvalidOperationException.of(message);
    }

    /** Memory for log events is used up. */
    public static ServiceException full(long limitBytes) {
        return ServiceUnavailableException.of("All log events together may take " + limitBytes
                + " bytes, which are used up. Delete log groups, set a retention, or start with a larger"
                + " --logs-memory.");
    }
}
