package io.vaportrail.core.protocol.cbor;

import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CBOR body. Members that the model does not know are ignored, null makes a member absent, and of a name sent twice the
 * last value holds.
 */
final class CborDeserializer {
    private final CborReader reader;
    private final CborValues values;

    private CborDeserializer(CborReader reader) {
        this.reader = reader;
        this.values = new CborValues(reader);
    }

    /**
     * Reads the body as one structure.
     *
     * @throws io.vaportrail.schema.ServiceException when the body is no such CBOR
     */
    static void readStruct(byte[] body, StructSchema<?> schema, StructBuilder<?> into) {
        CborReader reader = new CborReader(body);
        reader.skipTags();
        new CborDeserializer(reader).members(schema, into);
        if (!reader.atEnd()) {
            throw CborReader.invalid();
        }
    }

    private void members(StructSchema<?> schema, StructBuilder<?> into) {
        int count = openMap(schema);
        for (int i = 0; reader.more(count, i); i++) {
            Member member = schema.memberNamed(key());
            if (member == null) {
                reader.skip();
            } else {
                into.set(member.index(), reader.takeNull() ? null : value(member));
            }
        }
        Defaults.fill(schema, into);
    }

    private Object value(Member member) {
        return switch (member.target().type()) {
            case STRUCTURE -> struct((StructSchema<?>) member.target());
            case UNION -> union((StructSchema<?>) member.target());
            case LIST -> list((ListSchema) member.target());
            case MAP -> map((MapSchema) member.target());
            default -> values.simple(member.target());
        };
    }

    private Object struct(StructSchema<?> schema) {
        StructBuilder<?> into = schema.newBuilder();
        members(schema, into);
        return into.build();
    }

    private Object union(StructSchema<?> schema) {
        StructBuilder<?> into = schema.newBuilder();
        int set = 0;
        int count = openMap(schema);
        for (int i = 0; reader.more(count, i); i++) {
            String name = key();
            Member member = schema.memberNamed(name);
            if (reader.takeNull()) {
                continue;
            } else if (member != null) {
                into.set(member.index(), value(member));
                set++;
            } else if (name.equals("__type")) {
                reader.skip();
            } else {
                throw SerializationErrors.brokenUnion(schema);
            }
        }
        if (set != 1) {
            throw SerializationErrors.brokenUnion(schema);
        }
        return into.build();
    }

    private List<?> list(ListSchema schema) {
        reader.skipTags();
        if (reader.peekMajor() != Cbor.ARRAY) {
            throw SerializationErrors.unconvertible("", schema);
        }
        List<@Nullable Object> elements = new ArrayList<>();
        int count = reader.open();
        for (int i = 0; reader.more(count, i); i++) {
            elements.add(element(schema, schema.element(), schema.sparse()));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, ?> map(MapSchema schema) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        int count = openMap(schema);
        for (int i = 0; reader.more(count, i); i++) {
            String key = key();
            entries.put(key, element(schema, schema.value(), schema.sparse()));
        }
        return Collections.unmodifiableMap(entries);
    }

    private @Nullable Object element(Schema collection, Member element, boolean sparse) {
        if (!reader.takeNull()) {
            return value(element);
        } else if (sparse) {
            return null;
        }
        throw SerializationErrors.nullElement(collection);
    }

    private int openMap(Schema expected) {
        reader.skipTags();
        if (reader.peekMajor() != Cbor.MAP) {
            throw SerializationErrors.unconvertible("", expected);
        }
        return reader.open();
    }

    private String key() {
        if (reader.peekMajor() != Cbor.TEXT) {
            throw SerializationErrors.of("Key of a map is no text");
        }
        return reader.text();
    }
}
