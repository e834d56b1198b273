package io.vaportrail.trail.query;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of records whose values can be told from the stored call. They are what the renderer would write. */
enum StoredField {
    EVENT_NAME("eventName", StoredCall::eventName),
    EVENT_SOURCE("eventSource", StoredCall::eventSource),
    EVENT_TIME("eventTime", call -> Instant.ofEpochSecond(call.epochSecond()).toString()),
    REGION("awsRegion", RecordStyle::regionOf),
    SOURCE_IP_ADDRESS("sourceIPAddress", call -> call.sender().sourceIpAddress()),
    ERROR_CODE("errorCode", StoredCall::errorCode),
    ERROR_MESSAGE("errorMessage", StoredCall::errorMessage),
    REQUEST_ID("requestID", StoredCall::requestId),
    EVENT_ID("eventID", StoredCall::eventId),
    READ_ONLY("readOnly", StoredCall::readOnly),
    MANAGEMENT("managementEvent", call -> call.category() == EventCategory.MANAGEMENT),
    RECIPIENT("recipientAccountId", StoredCall::recipientAccountId),
    SHARED_ID("sharedEventID", StoredCall::sharedEventId),
    TYPE("userIdentity.type", identity(caller -> caller.type().recorded())),
    PRINCIPAL("userIdentity.principalId", identity(Caller::principalId)),
    ARN("userIdentity.arn", identity(Caller::arn)),
    ACCOUNT("userIdentity.accountId", identity(Caller::accountId)),
    ACCESS_KEY("userIdentity.accessKeyId", identity(Caller::accessKeyId)),
    USER_NAME(
            "userIdentity.userName",
            identity(caller -> caller.type() == Caller.Type.IAM_USER || caller.type() == Caller.Type.ROOT
                    ? caller.userName()
                    : null));

    /** Only the rendered record tells. */
    static final Object UNKNOWN = new Object();

    private static final Set<Caller.Type> TOLD =
            EnumSet.of(Caller.Type.ROOT, Caller.Type.IAM_USER, Caller.Type.ASSUMED_ROLE, Caller.Type.FEDERATED_USER);

    private static final Map<String, StoredField> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(field -> field.path, Function.identity()));

    private final String path;
    private final Function<StoredCall, @Nullable Object> value;

    StoredField(String path, Function<StoredCall, @Nullable Object> value) {
        this.path = path;
        this.value = value;
    }

    /** The stored field that a path leads to, or {@code null}. */
    static @Nullable StoredField of(FieldPath path) {
        String dotted = path.dotted();
        return dotted == null ? null : BY_PATH.get(dotted);
    }

    /** The names that lead to it, joined by dots. */
    String path() {
        return path;
    }

    /** The value, {@code null} when the record has none, or {@link #UNKNOWN}. */
    @Nullable Object of(StoredCall call) {
        return value.apply(call);
    }

    /** Who calls, in records of the own account; what others are recorded as is for the renderer to say. */
    private static Function<StoredCall, @Nullable Object> identity(Function<Caller, @Nullable Object> value) {
        return call -> {
            Caller caller = call.sender().caller();
            boolean told =
                    TOLD.contains(caller.type()) && call.recipientAccountId().equals(caller.accountId());
            return told ? value.apply(caller) : UNKNOWN;
        };
    }
}
