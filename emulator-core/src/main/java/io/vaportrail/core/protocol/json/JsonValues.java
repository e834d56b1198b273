package io.vaportrail.core.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.core.protocol.Timestamps;
import io.vaportrail.core.protocol.Utf8;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.TimestampFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values without members of one JSON body, and documents. Nothing is coerced from one kind to another. */
final class JsonValues {
    private static final double EXACT_LONGS = 0x1p53;

    private final JsonParser parser;
    private final boolean escapes;

    /**
     * Values of the parser.
     *
     * @param escapes whether the body may have escapes of UTF-16 units; without any it cannot have lone surrogates
     */
    JsonValues(JsonParser parser, boolean escapes) {
        this.parser = parser;
        this.escapes = escapes;
    }

    /** The token in AWS's words. */
    static String nameOf(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "STRING_VALUE";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER_VALUE";
            case VALUE_TRUE -> "TRUE_VALUE";
            case VALUE_FALSE -> "FALSE_VALUE";
            case VALUE_NULL -> "NULL_VALUE";
            default -> token.name();
        };
    }

    /** A text that UTF-8 can carry. */
    String checked(String text) {
        if (escapes && Utf8.hasLoneSurrogate(text)) {
            throw SerializationErrors.of("Text has half of a surrogate pair");
        }
        return text;
    }

    Object simple(Member member, JsonToken token) throws IOException {
        Schema shape = member.target();
        switch (shape.type()) {
            case STRING:
            case ENUM:
                return text(shape, token);
            case BLOB:
                return TextValues.parseBase64(shape, text(shape, token));
            case BOOLEAN:
                return bool(shape, token);
            case BYTE:
                return (byte) integer(shape, token, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT:
                return (short) integer(shape, token, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER:
            case INT_ENUM:
                return (int) integer(shape, token, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG:
                return integer(shape, token, Long.MIN_VALUE, Long.MAX_VALUE);
            case TIMESTAMP:
                return timestamp(member, token);
            default:
                return fraction(shape, token);
        }
    }

    Document document(JsonToken token) throws IOException {
        return new Document(untyped(token));
    }

    private String text(Schema shape, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw refused(shape, token);
        }
        return checked(parser.getText());
    }

    private static boolean bool(Schema shape, JsonToken token) {
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        } else if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        throw refused(shape, token);
    }

    /** A whole number; a fraction of zero is let pass, as clients without integers write it. */
    private long integer(Schema shape, JsonToken token, long min, long max) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
            long value = parser.getLongValue();
            if (value >= min && value <= max) {
                return value;
            }
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            if (value == Math.rint(value) && Math.abs(value) <= EXACT_LONGS && value >= min && value <= max) {
                return (long) value;
            }
        }
        throw refused(shape, token);
    }

    private Object fraction(Schema shape, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            return notANumber(shape, token);
        }
        switch (shape.type()) {
            case FLOAT:
                float single = parser.getFloatValue();
                if (Float.isFinite(single)) {
                    return single;
                }
                throw refused(shape, token);
            case DOUBLE:
                double number = parser.getDoubleValue();
                if (Double.isFinite(number)) {
                    return number;
                }
                throw refused(shape, token);
            case BIG_INTEGER:
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    return parser.getBigIntegerValue();
                }
                throw refused(shape, token);
            default:
                return parser.getDecimalValue();
        }
    }

    /** The values of floats and doubles that JSON has no numbers for. */
    private Object notANumber(Schema shape, JsonToken token) throws IOException {
        double value;
        switch (token == JsonToken.VALUE_STRING ? parser.getText() : "") {
            case "NaN" -> value = Double.NaN;
            case "Infinity" -> value = Double.POSITIVE_INFINITY;
            case "-Infinity" -> value = Double.NEGATIVE_INFINITY;
            default -> throw refused(shape, token);
        }
        return switch (shape.type()) {
            case FLOAT -> (Object) (float) value;
            case DOUBLE -> value;
            default -> throw refused(shape, token);
        };
    }

    private Instant timestamp(Member member, JsonToken token) throws IOException {
        TimestampFormat format = member.timestampFormat();
        if (format != null && format != TimestampFormat.EPOCH_SECONDS) {
            return TextValues.parseTimestamp(member.target(), text(member.target(), token), format);
        }
        Instant instant = epochSeconds(token);
        if (instant == null) {
            throw refused(member.target(), token);
        }
        return instant;
    }

    private @Nullable Instant epochSeconds(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return Timestamps.ofEpochSeconds(parser.getDecimalValue());
        } else if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
            return Timestamps.ofEpochSeconds(parser.getLongValue());
        }
        return null;
    }

    private @Nullable Object untyped(JsonToken token) throws IOException {
        switch (token) {
            case VALUE_NULL:
                return null;
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_STRING:
                return checked(parser.getText());
            case VALUE_NUMBER_INT:
                return parser.getNumberValue();
            case VALUE_NUMBER_FLOAT:
                return untypedFraction();
            case START_ARRAY:
                return untypedList();
            default:
                return untypedMap();
        }
    }

    private Number untypedFraction() throws IOException {
        double number = parser.getDoubleValue();
        BigDecimal exact = parser.getDecimalValue();
        return Double.isFinite(number) && exact.compareTo(BigDecimal.valueOf(number)) == 0 ? number : exact;
    }

    private List<?> untypedList() throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            elements.add(untyped(next));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, ?> untypedMap() throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            entries.put(checked(key), untyped(parser.nextToken()));
        }
        return Collections.unmodifiableMap(entries);
    }

    private static ServiceException refused(Schema shape, JsonToken token) {
        return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY
                ? SerializationErrors.unexpectedStart()
                : SerializationErrors.unconvertible(nameOf(token), shape);
    }
}
