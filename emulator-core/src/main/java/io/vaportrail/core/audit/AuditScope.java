package io.vaportrail.core.audit;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service adds to the record of a call while it works on it. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 */
public final class AuditScope {
    private List<Resource> resources = List.of();
    private Map<String, Object> additionalEventData = Map.of();
    private Map<String, Object> requestParameters = Map.of();
    private List<String> sharedWith = List.of();
    private List<Part> parts = List.of();
    private boolean deniedIfEnforced;
    private boolean unrecorded;
    private @Nullable String errorMessage;
    private @Nullable Caller identity;

    /**
     * A resource that the call touched.
     *
     * @param type for example {@code AWS::SQS::Queue}, or empty where CloudTrail states none
     * @param arn its ARN
     * @param accountId who owns it, or empty where the ARN tells
     */
    public record Resource(String type, String arn, String accountId) {
        /** A resource whose owner stands in its ARN. */
        public Resource(String type, String arn) {
            this(type, arn, "");
        }
    }

    /**
     * A part of a call that CloudTrail records as if it had been called by itself, beside the record of the whole: the deletion of one
     * object out of many.
     *
     * @param operation what it would have been called as
     * @param input what would have been asked
     * @param output what would have been answered, or {@code null} after an error
     * @param error why it failed, or {@code null}
     * @param resources what it touched
     */
    public record Part(
            OperationSchema<?, ?> operation,
            Struct input,
            @Nullable Struct output,
            @Nullable ServiceException error,
            List<Resource> resources) {}

    /** Has a part of the call recorded as a call of its own too. */
    public void part(Part part) {
        if (parts.isEmpty()) {
            parts = new ArrayList<>();
        }
        parts.add(part);
    }

    /** The parts with records of their own, in the order named. */
    public List<Part> parts() {
        return parts;
    }

    /** Names a resource that the call touched. */
    public void resource(String type, String arn) {
        resource(type, arn, "");
    }

    /** Names a resource that the call touched, and who owns it, where its ARN does not tell. */
    public void resource(String type, String arn, String accountId) {
        if (resources.isEmpty()) {
            resources = new ArrayList<>(2);
        }
        resources.add(new Resource(type, arn, accountId));
    }

    /** Adds to {@code additionalEventData}: text, number or boolean. */
    public void additionalEventData(String key, Object value) {
        if (additionalEventData.isEmpty()) {
            additionalEventData = new LinkedHashMap<>();
        }
        additionalEventData.put(key, value);
    }

    /**
     * Says that the call also concerns another account, for example as that of the root taken up: it gets a record of its own with
     * the same {@code sharedEventID}. So do the owners of resources that were named, without being told here.
     */
    public void sharedWith(String accountId) {
        if (sharedWith.isEmpty()) {
            sharedWith = new ArrayList<>(1);
        }
        sharedWith.add(accountId);
    }

    /**
     * Adds to {@code requestParameters} what CloudTrail shows there although the caller did not send it as a parameter, such as the
     * claims of a token.
     *
     * @param value text, or lists and maps of such
     */
    public void requestParameter(String key, Object value) {
        if (requestParameters.isEmpty()) {
            requestParameters = new LinkedHashMap<>();
        }
        requestParameters.put(key, value);
    }

    /**
     * Says who the caller turned out to be, where the call itself does not show it: somebody with a token of an identity provider. The
     * record is then that identity's and its account's.
     */
    public void identity(Caller turnedOut) {
        identity = turnedOut;
    }

    /** Who the caller turned out to be, or {@code null} when it was known from the start. */
    public @Nullable Caller identity() {
        return identity;
    }

    /** What is added to the request parameters, in the order added. */
    public Map<String, Object> requestParameters() {
        return requestParameters;
    }

    /** Says that policies would have denied the call, had they been enforced. */
    public void deniedIfEnforced() {
        deniedIfEnforced = true;
    }

    /** Says that CloudTrail records nothing of this call, as of links that are followed unsigned. */
    public void unrecorded() {
        unrecorded = true;
    }

    /** Whether nothing is recorded. */
    public boolean isUnrecorded() {
        return unrecorded;
    }

    /** Whether policies would have denied the call, had they been enforced. */
    public boolean isDeniedIfEnforced() {
        return deniedIfEnforced;
    }

    /** Says how records and log show the message of the error that the call ends with. */
    public void errorMessage(String shown) {
        errorMessage = shown;
    }

    /** How records and log show the message of the error that the call ended with, or {@code null} for as it is. */
    public @Nullable String errorMessage() {
        return errorMessage;
    }

    /** The resources in the order named. */
    public List<Resource> resources() {
        return resources;
    }

    /** The additional data in the order added. */
    public Map<String, Object> additionalEventData() {
        return additionalEventData;
    }

    /** The other accounts that get a record. */
    public List<String> sharedWith() {
        return sharedWith;
    }
}
