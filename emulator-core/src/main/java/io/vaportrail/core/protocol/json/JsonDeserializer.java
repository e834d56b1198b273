package io.vaportrail.core.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.Utf8;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON body. Members that the model does not know are ignored, {@code null} makes a member absent, and of a name sent
 * twice the last value holds.
 */
final class JsonDeserializer {
    private final JsonParser parser;
    private final boolean restNames;
    private final JsonValues values;

    private JsonDeserializer(JsonParser parser, boolean restNames, boolean escapes) {
        this.parser = parser;
        this.restNames = restNames;
        this.values = new JsonValues(parser, escapes);
    }

    /**
     * Reads the body as one structure, or in a REST protocol as those of its members that the body carries.
     *
     * @param restNames whether members go by their restJson names and the REST protocols' locations hold
     * @throws ServiceException when the body is no such JSON
     */
    static void readStruct(byte[] body, StructSchema<?> schema, StructBuilder<?> into, boolean restNames) {
        read(body, restNames, reader -> {
            if (reader.parser.nextToken() != JsonToken.START_OBJECT) {
                throw SerializationErrors.unconvertible("", schema);
            }
            reader.members(schema, into, restNames);
            return null;
        });
    }

    /**
     * Reads the body as the value of one member.
     *
     * @return the value, or {@code null} for the literal of that name
     * @throws ServiceException when the body is no such JSON
     */
    static @Nullable Object readValue(byte[] body, Member member) {
        return read(body, true, reader -> {
            JsonToken token = reader.parser.nextToken();
            if (token == null) {
                throw invalid();
            }
            return token == JsonToken.VALUE_NULL && member.target().type() != ShapeType.DOCUMENT
                    ? null
                    : reader.value(member, token);
        });
    }

    /** Reads with an open parser. */
    @FunctionalInterface
    private interface Reading {
        @Nullable Object read(JsonDeserializer reader) throws IOException;
    }

    private static @Nullable Object read(byte[] body, boolean restNames, Reading reading) {
        if (!Utf8.isWellFormed(body, 0, body.length) || isUtf16(body)) {
            throw SerializationErrors.of("Request body is not UTF-8");
        }
        try (JsonParser parser = JsonFormat.FACTORY.createParser(body)) {
            Object value = reading.read(new JsonDeserializer(parser, restNames, Utf8.mayContain(body, '\\', 'u')));
            if (parser.nextToken() != null) {
                throw invalid();
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw SerializationErrors.of("Request body exceeds a limit of nesting, name length or number length");
        } catch (IOException | NumberFormatException e) {
            throw invalid();
        }
    }

    /** The parser would take it, and UTF-32, which starts alike; JSON between systems is UTF-8 (RFC 8259, section 8.1). */
    private static boolean isUtf16(byte[] body) {
        return body.length > 1 && (body[0] == 0 || body[1] == 0);
    }

    private static ServiceException invalid() {
        return SerializationErrors.of("Request body is not valid JSON");
    }

    private void members(StructSchema<?> schema, StructBuilder<?> into, boolean bodyOnly) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Member member = restNames ? schema.memberByJsonName(name) : schema.memberNamed(name);
            JsonToken token = parser.nextToken();
            if (member == null || (bodyOnly && member.location() != Location.BODY)) {
                parser.skipChildren();
            } else {
                into.set(member.index(), token == JsonToken.VALUE_NULL ? null : value(member, token));
            }
        }
        Defaults.fill(schema, into);
    }

    private Object value(Member member, JsonToken token) throws IOException {
        switch (member.target().type()) {
            case STRUCTURE:
                return struct((StructSchema<?>) member.target(), token);
            case UNION:
                return union((StructSchema<?>) member.target(), token);
            case LIST:
                return list((ListSchema) member.target(), token);
            case MAP:
                return map((MapSchema) member.target(), token);
            case DOCUMENT:
                return values.document(token);
            default:
                return values.simple(member, token);
        }
    }

    private Object struct(StructSchema<?> schema, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw SerializationErrors.unconvertible(JsonValues.nameOf(token), schema);
        }
        StructBuilder<?> into = schema.newBuilder();
        members(schema, into, false);
        return into.build();
    }

    /** Of a union exactly one member is set; {@code __type}, which some clients add, does not count. */
    private Object union(StructSchema<?> schema, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw SerializationErrors.unconvertible(JsonValues.nameOf(token), schema);
        }
        StructBuilder<?> into = schema.newBuilder();
        int set = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Member member = restNames ? schema.memberByJsonName(name) : schema.memberNamed(name);
            JsonToken found = parser.nextToken();
            if (member == null) {
                if (found != JsonToken.VALUE_NULL && !name.equals("__type")) {
                    throw SerializationErrors.brokenUnion(schema);
                }
            } else if (found != JsonToken.VALUE_NULL) {
                into.set(member.index(), value(member, found));
                set++;
            }
        }
        if (set != 1) {
            throw SerializationErrors.brokenUnion(schema);
        }
        return into.build();
    }

    private List<?> list(ListSchema schema, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            throw SerializationErrors.unconvertible(JsonValues.nameOf(token), schema);
        }
        Member element = schema.element();
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            elements.add(element(schema, element, schema.sparse(), next));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, ?> map(MapSchema schema, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw SerializationErrors.unconvertible(JsonValues.nameOf(token), schema);
        }
        Member value = schema.value();
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            entries.put(values.checked(key), element(schema, value, schema.sparse(), parser.nextToken()));
        }
        return Collections.unmodifiableMap(entries);
    }

    private @Nullable Object element(Schema collection, Member element, boolean sparse, JsonToken token)
            throws IOException {
        if (token != JsonToken.VALUE_NULL) {
            return value(element, token);
        } else if (sparse) {
            return null;
        }
        throw SerializationErrors.nullElement(collection);
    }
}
