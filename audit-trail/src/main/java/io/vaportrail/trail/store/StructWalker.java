package io.vaportrail.trail.store;

import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.StructSchema;
import java.io.IOException;
import java.util.List;

/** Reads what {@link StructEncoder} wrote and gives it to a sink. */
final class StructWalker {
    private final ByteReader in;
    private final ValueSink sink;

    StructWalker(ByteReader in, ValueSink sink) {
        this.in = in;
        this.sink = sink;
    }

    void struct(StructSchema<?> schema) throws IOException {
        List<Member> members = schema.members();
        sink.beginObject();
        for (int next = (int) in.readVarint(); next != 0; next = (int) in.readVarint()) {
            Member member = members.get(next - 1);
            sink.key(member.auditKey());
            if (Redactions.of(member) == Redaction.HIDE) {
                sink.hidden();
            } else {
                value(member.target());
            }
        }
        sink.endObject();
    }

    private void value(Schema schema) throws IOException {
        switch (schema.type()) {
            case STRING, ENUM -> sink.text(in.readText());
            case BOOLEAN -> sink.flag(in.readBoolean());
            case BYTE, SHORT, INTEGER, INT_ENUM, LONG -> sink.number(in.readSigned());
            case FLOAT, DOUBLE -> sink.number(Double.longBitsToDouble(in.readLong()));
            case BIG_INTEGER, BIG_DECIMAL -> sink.number(in.readText());
            case TIMESTAMP -> sink.time(in.readSigned());
            case BLOB -> sink.hidden();
            case DOCUMENT -> document();
            case LIST -> list((ListSchema) schema);
            case MAP -> map((MapSchema) schema);
            case STRUCTURE, UNION -> struct((StructSchema<?>) schema);
        }
    }

    private void list(ListSchema schema) throws IOException {
        boolean hidden = Redactions.of(schema.element()) == Redaction.HIDE;
        sink.beginArray();
        for (long left = in.readVarint(); left > 0; left--) {
            item(schema.element().target(), schema.sparse(), hidden);
        }
        sink.endArray();
    }

    private void map(MapSchema schema) throws IOException {
        boolean hidden = Redactions.of(schema.value()) == Redaction.HIDE;
        sink.beginObject();
        for (long left = in.readVarint(); left > 0; left--) {
            sink.key(in.readText());
            item(schema.value().target(), schema.sparse(), hidden);
        }
        sink.endObject();
    }

    private void item(Schema schema, boolean sparse, boolean hidden) throws IOException {
        if (hidden) {
            sink.hidden();
        } else if (sparse && !in.readBoolean()) {
            sink.missing();
        } else {
            value(schema);
        }
    }

    private void document() throws IOException {
        switch (in.readByte()) {
            case Documents.NULL -> sink.missing();
            case Documents.TRUE -> sink.flag(true);
            case Documents.FALSE -> sink.flag(false);
            case Documents.NUMBER -> sink.number(in.readText());
            case Documents.TEXT -> sink.text(in.readText());
            case Documents.LIST -> {
                sink.beginArray();
                for (long left = in.readVarint(); left > 0; left--) {
                    document();
                }
                sink.endArray();
            }
            default -> {
                sink.beginObject();
                for (long left = in.readVarint(); left > 0; left--) {
                    sink.key(in.readText());
                    document();
                }
                sink.endObject();
            }
        }
    }
}
