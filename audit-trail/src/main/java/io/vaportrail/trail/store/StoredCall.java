package io.vaportrail.trail.store;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.StructSchema;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was kept. It reads bytes that the ring may use again, so it is only good until the cursor that gave it moves on.
 * For one thread.
 */
public final class StoredCall {
    private final long sequence;
    private final Sender sender;
    private final OperationSchema<?, ?> operation;
    private final CallDecoder bytes;
    private @Nullable Details details;

    /** What a filter seldom asks for. */
    record Details(
            String requestId,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            @Nullable String copyFor,
            @Nullable String sharedEventId,
            List<AuditScope.Resource> resources,
            Map<String, Object> additionalEventData,
            int parameters,
            int answer) {}

    StoredCall(long sequence, Sender sender, CallDecoder bytes, OperationSchema<?, ?> operation) {
        this.sequence = sequence;
        this.sender = sender;
        this.bytes = bytes;
        this.operation = operation;
    }

    /** The position in the order of all records; higher is newer, and none comes twice, even after a reset. */
    public long sequence() {
        return sequence;
    }

    /** Who called, from where, in which region. */
    public Sender sender() {
        return sender;
    }

    /** What was called. */
    public OperationSchema<?, ?> operation() {
        return operation;
    }

    /** When the call was completed, in milliseconds since 1970 on the emulator's clock. */
    public long millis() {
        return bytes.millis();
    }

    /** The same in seconds, as records state it. */
    public long epochSecond() {
        return Math.floorDiv(bytes.millis(), 1000L);
    }

    /** The name in CloudTrail, the operation's unless AWS uses another. */
    public String eventName() {
        return operation.audit().eventName();
    }

    /** The service in CloudTrail, for example {@code sqs.amazonaws.com}. */
    public String eventSource() {
        return operation.service().identification().eventSource();
    }

    /** Management, data or not recorded by AWS. */
    public EventCategory category() {
        return operation.audit().category();
    }

    /** Whether the operation changes nothing. */
    public boolean readOnly() {
        return operation.audit().readOnly();
    }

    /** The id of the record, a UUID. */
    public String eventId() {
        return bytes.eventId();
    }

    /** The account that the record is for. */
    public String recipientAccountId() {
        String copyFor = bytes.has(Flags.COPY) ? details().copyFor : null;
        return copyFor == null ? sender.caller().accountId() : copyFor;
    }

    /** What copies for several accounts have in common, or {@code null} when there is one record only. */
    public @Nullable String sharedEventId() {
        return bytes.has(Flags.COPY) ? details().sharedEventId : null;
    }

    /** The id that the caller got in the answer. */
    public String requestId() {
        return details().requestId;
    }

    /** Whether the call was answered with an error. */
    public boolean failed() {
        return bytes.has(Flags.ERROR);
    }

    /** The error, or {@code null} after success. */
    public @Nullable String errorCode() {
        return failed() ? details().errorCode : null;
    }

    /** What the error said, or {@code null}. */
    public @Nullable String errorMessage() {
        return failed() ? details().errorMessage : null;
    }

    /** The resources that the service named. */
    public List<AuditScope.Resource> resources() {
        return details().resources;
    }

    /** What the service added: texts, booleans, and numbers as {@link java.math.BigDecimal}. */
    public Map<String, Object> additionalEventData() {
        return details().additionalEventData;
    }

    /** What the record has no field for. */
    public Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (bytes.has(Flags.NOT_IMPLEMENTED)) {
            marks.add(Mark.NOT_IMPLEMENTED);
        }
        if (bytes.has(Flags.UNREADABLE)) {
            marks.add(Mark.UNREADABLE_INPUT);
        }
        if (bytes.has(Flags.NOT_RECORDED)) {
            marks.add(Mark.NOT_RECORDED_BY_AWS);
        }
        if (bytes.has(Flags.DENIED_IF_ENFORCED)) {
            marks.add(Mark.DENIED_IF_ENFORCED);
        }
        return marks;
    }

    /** What was asked. */
    public Section requestParameters() {
        return new Section(operation.input(), details().parameters);
    }

    /** What was answered, as far as records show it. */
    public Section responseElements() {
        return new Section(operation.output(), details().answer);
    }

    private Details details() {
        Details known = details;
        if (known == null) {
            known = bytes.details();
            details = known;
        }
        return known;
    }

    /** Request parameters or response elements, redacted. */
    public final class Section {
        private final StructSchema<?> schema;
        private final int position;

        private Section(StructSchema<?> schema, int position) {
            this.schema = schema;
            this.position = position;
        }

        /** Whether there is nothing, so that the record shows {@code null}. */
        public boolean isNull() {
            return bytes.sectionSize(position) == 0;
        }

        /** The size in bytes of contents that were too large to be kept, else 0. */
        public long omittedSize() {
            return isNull() ? 0 : bytes.omittedSize(position);
        }

        /** Gives the contents to the sink: one object. */
        public void writeTo(ValueSink sink) throws IOException {
            if (isNull() || omittedSize() > 0) {
                throw new IllegalStateException("section: empty or too large (expected: contents)");
            }
            bytes.walk(position, schema, sink);
        }
    }
}
