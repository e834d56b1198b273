package io.vaportrail.trail.store;

import io.vaportrail.core.audit.UrlPasswords;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Structure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes structures without what must be redacted: of a hidden member only that it was there, of an omitted one nothing, of bytes
 * nothing either, of a URL no password. {@link StructWalker} reads them back.
 */
final class StructEncoder {
    private final ByteWriter out;

    StructEncoder(ByteWriter out) {
        this.out = out;
    }

    /**
     * Writes the members that are set, each behind its index plus 1, and a 0.
     *
     * @return whether there was one
     */
    boolean struct(Struct struct) {
        // not by the interface, which takes a look-up for each member; exceptions implement it too, and are not written
        Structure structure = (Structure) struct;
        List<Member> members = structure.schema().members();
        boolean any = false;
        for (int i = 0; i < members.size(); i++) {
            Object value = structure.get(i);
            if (value != null) {
                Member member = members.get(i);
                Redaction redaction = Redactions.of(member);
                if (redaction != Redaction.OMIT) {
                    out.writeVarint(i + 1L);
                    any = true;
                    if (redaction != Redaction.HIDE) {
                        value(member, value);
                    }
                }
            }
        }
        out.writeVarint(0);
        return any;
    }

    /**
     * Writes the members that are set, and others that the structure does not have.
     *
     * @return whether there was one
     */
    boolean structAndMore(Struct struct, Map<String, Object> more) {
        boolean any = struct(struct);
        if (!more.isEmpty()) {
            document(more);
        }
        return any || !more.isEmpty();
    }

    private void value(Member member, Object value) {
        boolean url = member.redaction() == Redaction.HIDE_URL_PASSWORD;
        value(member.target(), url ? UrlPasswords.hidden((String) value) : value);
    }

    private void value(Schema schema, Object value) {
        switch (schema.type()) {
            case STRING, ENUM -> out.writeText((String) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case BYTE, SHORT, INTEGER, INT_ENUM, LONG -> out.writeSigned(((Number) value).longValue());
            case FLOAT, DOUBLE -> out.writeLong(Double.doubleToRawLongBits(((Number) value).doubleValue()));
            case BIG_INTEGER, BIG_DECIMAL -> out.writeText(value.toString());
            case TIMESTAMP -> out.writeSigned(((Instant) value).getEpochSecond());
            case BLOB -> {
                // never recorded: what a record shows in its place needs no bytes
            }
            case DOCUMENT -> document(((Document) value).value());
            case LIST -> list((ListSchema) schema, (List<?>) value);
            case MAP -> map((MapSchema) schema, (Map<?, ?>) value);
            case STRUCTURE, UNION -> struct((Struct) value);
        }
    }

    private void list(ListSchema schema, List<?> elements) {
        Member element = schema.element();
        boolean hidden = Redactions.of(element) == Redaction.HIDE;
        out.writeVarint(elements.size());
        for (Object each : elements) {
            if (!hidden) {
                item(element, schema.sparse(), each);
            }
        }
    }

    private void map(MapSchema schema, Map<?, ?> entries) {
        boolean hidden = Redactions.of(schema.value()) == Redaction.HIDE;
        out.writeVarint(entries.size());
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.writeText((String) entry.getKey());
            if (!hidden) {
                item(schema.value(), schema.sparse(), entry.getValue());
            }
        }
    }

    private void item(Member member, boolean sparse, @Nullable Object item) {
        if (sparse) {
            out.writeBoolean(item != null);
        }
        if (item != null) {
            value(member, item);
        } else if (!sparse) {
            throw new IllegalArgumentException(member.target() + ": null (expected: only in a sparse collection)");
        }
    }

    private void document(@Nullable Object value) {
        if (value == null) {
            out.writeByte(Documents.NULL);
        } else if (value instanceof String text) {
            out.writeByte(Documents.TEXT);
            out.writeText(text);
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? Documents.TRUE : Documents.FALSE);
        } else if (value instanceof List<?> list) {
            out.writeByte(Documents.LIST);
            out.writeVarint(list.size());
            list.forEach(this::document);
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte(Documents.MAP);
            out.writeVarint(map.size());
            map.forEach((key, each) -> {
                out.writeText((String) key);
                document(each);
            });
        } else {
            out.writeByte(Documents.NUMBER);
            out.writeText(value.toString());
        }
    }
}
