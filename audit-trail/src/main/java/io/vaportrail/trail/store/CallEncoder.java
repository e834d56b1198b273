package io.vaportrail.trail.store;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is kept of a call, in this order: time, event id, flags, operation, request id; error; what a copy for another account
 * has of its own; resources; additional event data; request parameters; response elements. {@link CallDecoder} reads it back.
 */
final class CallEncoder {
    private final Ids ids;
    private final OperationTable operations;

    CallEncoder(Ids ids, OperationTable operations) {
        this.ids = ids;
        this.operations = operations;
    }

    /**
     * A copy of a call for an account.
     *
     * @param accountId who gets it
     * @param sharedId what all copies have in common
     */
    record Copy(String accountId, EventId sharedId) {}

    /** Writes a call; {@code copy} is null when only the caller's account gets it. */
    void encode(
            ByteWriter out,
            Call call,
            @Nullable Struct input,
            @Nullable Struct output,
            @Nullable ServiceException error,
            @Nullable Copy copy,
            long millis) {
        OperationTable.Plan plan = operations.plan(call.operation());
        String errorCode = error == null ? null : error.auditCode();
        out.clear();
        out.writeLong(millis);
        out.writeLong(EventId.highBits(ids));
        out.writeLong(EventId.lowBits(ids));
        out.writeByte(flags(call, input, error, copy));
        out.writeVarint(plan.number());
        out.writeText(call.requestId());
        if (error != null && errorCode != null) {
            String shown = call.audit().errorMessage();
            String message = shown == null ? error.getMessage() : shown;
            out.writeText(Limits.cut(errorCode));
            out.writeOptional(message == null ? null : Limits.cut(message));
        }
        if (copy != null) {
            out.writeText(copy.accountId());
            out.writeLong(copy.sharedId().high());
            out.writeLong(copy.sharedId().low());
        }
        resources(out, call.audit().resources());
        additional(out, call.audit().additionalEventData());
        section(
                out,
                input != null && plan.parameters(errorCode) ? input : null,
                call.audit().requestParameters());
        section(out, error == null && plan.answer() ? output : null, Map.of());
    }

    private static int flags(Call call, @Nullable Struct input, @Nullable ServiceException error, @Nullable Copy copy) {
        int flags = 0;
        if (error != null) {
            flags |= Flags.ERROR;
            if (error.error().code().equals("NotImplemented")) {
                flags |= Flags.NOT_IMPLEMENTED;
            } else if (input == null) {
                flags |= Flags.UNREADABLE;
            }
        }
        if (copy != null) {
            flags |= Flags.COPY;
        }
        if (call.operation().audit().category() == EventCategory.NONE) {
            flags |= Flags.NOT_RECORDED;
        }
        if (TrailStore.isEcho(call)) {
            flags |= Flags.ECHO;
        }
        if (call.audit().isDeniedIfEnforced()) {
            flags |= Flags.DENIED_IF_ENFORCED;
        }
        return flags;
    }

    private static void resources(ByteWriter out, List<AuditScope.Resource> resources) {
        // leaves room for what comes after, so that the whole stays within the limit
        out.limitTo(Limits.EVENT - 2 * Limits.PARAMETERS - Limits.ADDITIONAL_EVENT_DATA - out.position());
        for (int i = 0; i < resources.size(); i++) {
            int mark = out.position();
            AuditScope.Resource resource = resources.get(i);
            out.writeByte(1);
            out.writeText(resource.type());
            out.writeText(resource.arn());
            out.writeText(resource.accountId());
            if (out.overflowed()) {
                out.rollback(mark);
                break;
            }
        }
        out.unlimited();
        out.writeByte(0);
    }

    private static void additional(ByteWriter out, Map<String, Object> data) {
        int mark = out.position();
        out.limitTo(Limits.ADDITIONAL_EVENT_DATA);
        out.writeVarint(data.size());
        if (!data.isEmpty()) {
            for (Map.Entry<String, Object> entry : data.entrySet()) {
                out.writeText(entry.getKey());
                additionalValue(out, entry.getValue());
            }
        }
        if (out.overflowed()) {
            out.rollback(mark);
            out.writeVarint(0);
        }
        out.unlimited();
    }

    private static void additionalValue(ByteWriter out, Object value) {
        if (value instanceof Boolean flag) {
            out.writeByte(flag ? Documents.TRUE : Documents.FALSE);
        } else {
            out.writeByte(value instanceof Number ? Documents.NUMBER : Documents.TEXT);
            out.writeText(value.toString());
        }
    }

    private static void section(ByteWriter out, @Nullable Struct struct, Map<String, Object> more) {
        int start = out.position();
        out.writeInt(0);
        if (struct == null) {
            return;
        }
        int content = out.position();
        out.limitTo(Limits.PARAMETERS);
        out.writeByte(more.isEmpty() ? Sections.STRUCT : Sections.STRUCT_AND_MORE);
        boolean any = new StructEncoder(out).structAndMore(struct, more);
        if (out.overflowed()) {
            long size = out.sizeSince(content);
            out.rollback(content);
            out.writeByte(Sections.TOO_LARGE);
            out.writeVarint(size);
        } else if (!any) {
            out.rollback(content);
        }
        out.unlimited();
        out.patchInt(start, out.position() - content);
    }
}
