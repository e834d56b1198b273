package io.vaportrail.sns;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.sns.AuthorizationErrorException;
import io.vaportrail.model.sns.BatchEntryIdsNotDistinctException;
import io.vaportrail.model.sns.BatchRequestTooLongException;
import io.vaportrail.model.sns.EmptyBatchRequestException;
import io.vaportrail.model.sns.EndpointDisabledException;
import io.vaportrail.model.sns.FilterPolicyLimitExceededException;
import io.vaportrail.model.sns.InvalidBatchEntryIdException;
import io.vaportrail.model.sns.InvalidParameterException;
import io.vaportrail.model.sns.InvalidParameterValueException;
import io.vaportrail.model.sns.InvalidStateException;
import io.vaportrail.model.sns.NotFoundException;
import io.vaportrail.model.sns.PlatformApplicationDisabledException;
import io.vaportrail.model.sns.ResourceNotFoundException;
import io.vaportrail.model.sns.SubscriptionLimitExceededException;
import io.vaportrail.model.sns.TagLimitExceededException;
import io.vaportrail.model.sns.TooManyEntriesInBatchRequestException;
import io.vaportrail.model.sns.TopicLimitExceededException;
import io.vaportrail.schema.ServiceException;

/** Every error of SNS in AWS's words. */
public final class SnsErrors {
    private SnsErrors() {}

    /** A parameter that is refused: {@code Invalid parameter: …}. */
    public static ServiceException invalid(String what) {
        return InvalidParameterException.of("Invalid parameter: " + what);
    }

    /** A parameter that is refused for a reason. */
    public static ServiceException invalid(String parameter, String reason) {
        return invalid(parameter + " Reason: " + reason);
    }

    /** A parameter that is refused in words of its own. */
    public static ServiceException refused(String message) {
        return InvalidParameterException.of(message);
    }

    /** A parameter that must be there. */
    public static ServiceException missing(String parameter) {
        return invalid(parameter, "no value for required parameter");
    }

    /** A message attribute, or another value of a message, that is refused. */
    public static ServiceException invalidValue(String message) {
        return InvalidParameterValueException.of(message);
    }

    /** No such topic. */
    public static ServiceException topicNotFound() {
        return NotFoundException.of("Topic does not exist");
    }

    /** No such subscription. */
    public static ServiceException subscriptionNotFound() {
        return NotFoundException.of("Subscription does not exist");
    }

    /** No such platform application. */
    public static ServiceException applicationNotFound() {
        return NotFoundException.of("PlatformApplication does not exist");
    }

    /** No such endpoint of a platform application. */
    public static ServiceException endpointNotFound() {
        return NotFoundException.of("Endpoint does not exist");
    }

    /** No such resource, where tags are concerned. */
    public static ServiceException resourceNotFound() {
        return ResourceNotFoundException.of("Resource does not exist");
    }

    /** No such phone number in the sandbox. */
    public static ServiceException phoneNumberNotFound() {
        return ResourceNotFoundException.of("The destination phone number doesn't exist in the SMS sandbox.");
    }

    /** More tags than a topic can have. */
    public static ServiceException tooManyTags() {
        return TagLimitExceededException.of("Could not complete request: tag quota of per resource exceeded");
    }

    /** More topics than an account can have. */
    public static ServiceException topicLimit() {
        return TopicLimitExceededException.of("Topic limit exceeded");
    }

    /** More subscriptions than there can be. */
    public static ServiceException subscriptionLimit() {
        return SubscriptionLimitExceededException.of("Subscription limit exceeded");
    }

    /** More subscriptions with filter policies than there can be. */
    public static ServiceException filterPolicyLimit() {
        return FilterPolicyLimitExceededException.of("Filter policy limit exceeded");
    }

    /** The endpoint of a device is disabled. */
    public static ServiceException endpointDisabled() {
        return EndpointDisabledException.of("Endpoint is disabled");
    }

    /** The application of an endpoint is disabled. */
    public static ServiceException applicationDisabled() {
        return PlatformApplicationDisabledException.of("Platform application is disabled");
    }

    /** Something that the topic's or subscription's owner alone may do. */
    public static ServiceException notAuthorized(String message) {
        return AuthorizationErrorException.of(message);
    }

    /** Something that cannot be done as things stand. */
    public static ServiceException invalidState(String message) {
        return InvalidStateException.of(message);
    }

    /** A batch without entries. */
    public static ServiceException emptyBatch() {
        return EmptyBatchRequestException.of("The batch request doesn't contain any entries.");
    }

    /** A batch with more than ten entries. */
    public static ServiceException tooManyEntries() {
        return TooManyEntriesInBatchRequestException.of("The batch request contains more entries than permissible.");
    }

    /** Two entries of a batch with the same id. */
    public static ServiceException batchEntryIdsNotDistinct() {
        return BatchEntryIdsNotDistinctException.of("Two or more batch entries in the request have the same Id.");
    }

    /** A batch entry id with other characters or of another length than allowed. */
    public static ServiceException invalidBatchEntryId() {
        return InvalidBatchEntryIdException.of(
                "The Id of a batch entry in a batch request doesn't abide by the specification.");
    }

    /** A batch that is too large. */
    public static ServiceException batchTooLong() {
        return BatchRequestTooLongException.of(
                "The length of all the batch messages put together is more than the limit.");
    }

    /** A value that breaks the model, found by the service itself. */
    public static ServiceException validation(String detail) {
        return CommonError.sender("ValidationError", 400, "1 validation error detected: " + detail);
    }
}
