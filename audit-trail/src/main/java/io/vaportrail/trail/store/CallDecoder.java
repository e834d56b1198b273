package io.vaportrail.trail.store;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.schema.StructSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link CallEncoder} wrote; the fixed part at once, the rest when asked. */
final class CallDecoder {
    private static final int EVENT_ID = Long.BYTES;
    private static final int FLAGS = 3 * Long.BYTES;
    private static final int OPERATION = FLAGS + 1;

    private final byte[] bytes;
    private final int start;
    private final int flags;
    private final int operation;
    private final int rest;

    CallDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.flags = bytes[start + FLAGS];
        ByteReader in = new ByteReader(bytes, start + OPERATION);
        this.operation = (int) in.readVarint();
        this.rest = in.position();
    }

    long millis() {
        return Bytes.getLong(bytes, start);
    }

    String eventId() {
        int at = start + EVENT_ID;
        return new EventId(Bytes.getLong(bytes, at), Bytes.getLong(bytes, at + Long.BYTES)).toString();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    int operation() {
        return operation;
    }

    StoredCall.Details details() {
        ByteReader in = new ByteReader(bytes, rest);
        String requestId = in.readText();
        boolean error = has(Flags.ERROR);
        String errorCode = error ? in.readText() : null;
        String errorMessage = error ? in.readOptional() : null;
        boolean copy = has(Flags.COPY);
        String copyFor = copy ? in.readText() : null;
        String sharedEventId = copy ? new EventId(in.readLong(), in.readLong()).toString() : null;
        List<AuditScope.Resource> resources = resources(in);
        Map<String, Object> additional = additional(in);
        int parameters = in.position();
        int answer = parameters + Integer.BYTES + sectionSize(parameters);
        return new StoredCall.Details(
                requestId, errorCode, errorMessage, copyFor, sharedEventId, resources, additional, parameters, answer);
    }

    int sectionSize(int section) {
        return Bytes.getInt(bytes, section);
    }

    long omittedSize(int section) {
        ByteReader in = new ByteReader(bytes, section + Integer.BYTES);
        return in.readByte() == Sections.TOO_LARGE ? in.readVarint() : 0;
    }

    void walk(int section, StructSchema<?> schema, ValueSink sink) throws IOException {
        ByteReader in = new ByteReader(bytes, section + Integer.BYTES);
        boolean more = in.readByte() == Sections.STRUCT_AND_MORE;
        StructWalker walker = new StructWalker(in, sink);
        if (more) {
            walker.structAndMore(schema);
        } else {
            walker.struct(schema);
        }
    }

    private static List<AuditScope.Resource> resources(ByteReader in) {
        if (!in.readBoolean()) {
            return List.of();
        }
        List<AuditScope.Resource> resources = new ArrayList<>();
        do {
            resources.add(new AuditScope.Resource(in.readText(), in.readText(), in.readText()));
        } while (in.readBoolean());
        return resources;
    }

    private static Map<String, Object> additional(ByteReader in) {
        long left = in.readVarint();
        if (left == 0) {
            return Map.of();
        }
        Map<String, Object> data = new LinkedHashMap<>();
        for (; left > 0; left--) {
            data.put(in.readText(), additionalValue(in));
        }
        return data;
    }

    private static Object additionalValue(ByteReader in) {
        return switch (in.readByte()) {
            case Documents.TRUE -> true;
            case Documents.FALSE -> false;
            case Documents.NUMBER -> new BigDecimal(in.readText());
            default -> in.readText();
        };
    }
}
