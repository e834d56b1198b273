package io.vaportrail.sqs;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.sqs.BatchEntryIdsNotDistinct;
import io.vaportrail.model.sqs.BatchRequestTooLong;
import io.vaportrail.model.sqs.EmptyBatchRequest;
import io.vaportrail.model.sqs.InvalidAddress;
import io.vaportrail.model.sqs.InvalidAttributeName;
import io.vaportrail.model.sqs.InvalidAttributeValue;
import io.vaportrail.model.sqs.InvalidBatchEntryId;
import io.vaportrail.model.sqs.InvalidMessageContents;
import io.vaportrail.model.sqs.OverLimit;
import io.vaportrail.model.sqs.PurgeQueueInProgress;
import io.vaportrail.model.sqs.QueueDeletedRecently;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.QueueNameExists;
import io.vaportrail.model.sqs.ReceiptHandleIsInvalid;
import io.vaportrail.model.sqs.ResourceNotFoundException;
import io.vaportrail.model.sqs.TooManyEntriesInBatchRequest;
import io.vaportrail.model.sqs.UnsupportedOperation;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import java.util.Locale;

/** Every error of SQS in AWS's words. */
public final class SqsErrors {
    private static final ErrorTrait INVALID_PARAMETER_VALUE =
            ErrorTrait.of("InvalidParameterValueException", 400, true).underQuery("InvalidParameterValue", 400);
    private static final ErrorTrait MISSING_PARAMETER =
            ErrorTrait.of("MissingRequiredParameterException", 400, true).underQuery("MissingParameter", 400);

    private SqsErrors() {}

    /** A parameter value of which AWS says nothing but the message. */
    public static ServiceException invalidParameterValue(String message) {
        return CommonError.of(INVALID_PARAMETER_VALUE, message);
    }

    /** A parameter value, with the reason why it is refused. */
    public static ServiceException invalidParameterValue(String parameter, Object value, String reason) {
        return invalidParameterValue(
                "Value " + value + " for parameter " + parameter + " is invalid. Reason: " + reason);
    }

    /** A parameter that must be there. */
    public static ServiceException missingParameter(String parameter) {
        return CommonError.of(MISSING_PARAMETER, "The request must contain the parameter " + parameter + ".");
    }

    /** A parameter that the other type of queue has. */
    public static ServiceException notForQueueType(String parameter, Object value) {
        return invalidParameterValue(
                parameter, value, "The request include parameter that is not valid for this queue type.");
    }

    /** A message by which a FIFO queue could not recognise a duplicate. */
    public static ServiceException missingDeduplication() {
        return invalidParameterValue("The queue should either have ContentBasedDeduplication enabled or"
                + " MessageDeduplicationId provided explicitly");
    }

    /** Something that the API describes but SQS does not do. */
    public static ServiceException unsupportedOperation(String message) {
        return UnsupportedOperation.of(message);
    }

    /** No such queue; awsQuery has its own words. */
    public static ServiceException queueDoesNotExist(boolean overQuery) {
        return QueueDoesNotExist.of(
                overQuery
                        ? "The specified queue does not exist for this wsdl version."
                        : "The specified queue does not exist.");
    }

    /** A queue URL that leads nowhere. */
    public static ServiceException invalidAddress(String queueUrl) {
        return InvalidAddress.of("The address " + queueUrl + " is not valid for this endpoint.");
    }

    /** A queue, but not the one that was asked for. */
    public static ServiceException queueNameExists(String attribute) {
        return QueueNameExists.of(
                "A queue already exists with the same name and a different value for attribute " + attribute);
    }

    /** The name of a queue that was deleted less than a minute ago. */
    public static ServiceException queueDeletedRecently() {
        return QueueDeletedRecently.of(
                "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
    }

    /** A second purge within a minute. */
    public static ServiceException purgeQueueInProgress(String queueName) {
        return PurgeQueueInProgress.of(
                "Only one PurgeQueue operation on " + queueName + " is allowed every 60 seconds.");
    }

    /** An attribute that SQS does not know, or not for this type of queue. */
    public static ServiceException unknownAttribute(String name) {
        return invalidAttributeName("Unknown Attribute " + name + ".");
    }

    /** An attribute that cannot be used so. */
    public static ServiceException invalidAttributeName(String message) {
        return InvalidAttributeName.of(message);
    }

    /** An attribute whose value is out of range or of another type. */
    public static ServiceException invalidAttributeValue(String name) {
        return InvalidAttributeValue.of("Invalid value for the parameter " + name + ".");
    }

    /** An attribute whose value is refused for a reason. */
    public static ServiceException invalidAttributeValue(String name, String reason) {
        return InvalidAttributeValue.of("Invalid value for the parameter " + name + ". Reason: " + reason);
    }

    /** Too much in flight in a standard queue. */
    public static ServiceException tooManyInFlight() {
        return OverLimit.of("Too many messages have been received without being deleted."
                + " Please delete your received messages or let them timeout before receiving more.");
    }

    /** More permissions than a policy can hold. */
    public static ServiceException overLimit(String message) {
        return OverLimit.of(message);
    }

    /** Text that was never a receipt handle. */
    public static ServiceException receiptHandleIsInvalid(String receiptHandle) {
        return ReceiptHandleIsInvalid.of(
                "The input receipt handle \"" + receiptHandle + "\" is not a valid receipt handle.");
    }

    /** A receipt handle that another queue issued. */
    public static ServiceException receiptHandleOfOtherQueue(String receiptHandle) {
        return ReceiptHandleIsInvalid.of("The receipt handle \"" + receiptHandle + "\" is not valid for this queue.");
    }

    /** A receipt handle of a FIFO queue's message that is no longer in flight under it. */
    public static ServiceException receiptHandleExpired(String receiptHandle) {
        return invalidParameterValue("ReceiptHandle", receiptHandle, "The receipt handle has expired.");
    }

    /** A receipt handle whose message is gone or was received again since. */
    public static ServiceException messageNotAvailable(String receiptHandle) {
        return invalidParameterValue(
                "ReceiptHandle",
                receiptHandle,
                "Message does not exist or is not available for visibility timeout change.");
    }

    /** A message cannot stay hidden for more than 12 hours after its receive. */
    public static ServiceException totalVisibilityTimeout(int visibilityTimeout) {
        return invalidParameterValue(
                "VisibilityTimeout",
                visibilityTimeout,
                "Total VisibilityTimeout for the message is beyond the limit [" + SqsLimits.VISIBILITY_SECONDS_MAX
                        + " seconds]");
    }

    /** A character that a message body must not contain. */
    public static ServiceException invalidCharacter(int codePoint) {
        return InvalidMessageContents.of(invalidCharacterIn("message body", codePoint));
    }

    /** A character that the value of a message attribute must not contain. */
    public static ServiceException invalidAttributeCharacter(String attribute, int codePoint) {
        return invalidParameterValue(invalidCharacterIn("message attribute '" + attribute + "' value", codePoint));
    }

    private static String invalidCharacterIn(String where, int codePoint) {
        return "Invalid binary character '#x" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT)
                + "' was found in the " + where + ", the set of allowed characters is"
                + " #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].";
    }

    /** A batch without entries. */
    public static ServiceException emptyBatchRequest(String entryType) {
        return EmptyBatchRequest.of("There should be at least one " + entryType + " in the request.");
    }

    /** A batch with more than ten entries. */
    public static ServiceException tooManyEntries(int entries) {
        return TooManyEntriesInBatchRequest.of("Maximum number of entries per request are " + SqsLimits.BATCH_ENTRIES
                + ". You have sent " + entries + ".");
    }

    /** A batch entry id with other characters or of another length than allowed. */
    public static ServiceException invalidBatchEntryId() {
        return InvalidBatchEntryId.of("A batch entry id can only contain alphanumeric characters, hyphens and"
                + " underscores. It can be at most " + SqsLimits.BATCH_ENTRY_ID_LENGTH + " letters long.");
    }

    /** Two batch entries with one id. */
    public static ServiceException batchEntryIdsNotDistinct(String id) {
        return BatchEntryIdsNotDistinct.of("Id " + id + " repeated.");
    }

    /** A batch of more than 1 MiB. */
    public static ServiceException batchRequestTooLong(long bytes) {
        return BatchRequestTooLong.of("Batch requests cannot be longer than " + SqsLimits.BATCH_BYTES
                + " bytes. You have sent " + bytes + " bytes.");
    }

    /** Something that a move task needs is not there. */
    public static ServiceException resourceNotFound(String message) {
        return ResourceNotFoundException.of(message);
    }
}
