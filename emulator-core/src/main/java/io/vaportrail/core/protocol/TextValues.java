package io.vaportrail.core.protocol;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;

/**
 * Single values as text: in headers, labels, query strings, forms and XML.
 *
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html">Smithy: HTTP binding traits</a>
 */
public final class TextValues {
    private static final String FOUND = "STRING_VALUE";

    private TextValues() {}

    /**
     * The value in the Java type of the shape.
     *
     * @param shape a shape without members
     * @param timestampFormat how a timestamp is written there
     * @throws ServiceException when the text is no such value, or a number out of the type's range
     */
    public static Object parse(Schema shape, String text, TimestampFormat timestampFormat) {
        return switch (shape.type()) {
            case STRING, ENUM -> text;
            case BLOB -> parseBase64(shape, text);
            case BOOLEAN -> parseBoolean(shape, text);
            case BYTE -> (byte) parseInteger(shape, text, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) parseInteger(shape, text, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, INT_ENUM -> (int) parseInteger(shape, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> parseInteger(shape, text, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> parseFloat(shape, text);
            case DOUBLE -> parseDouble(shape, text);
            case BIG_INTEGER -> parseBigInteger(shape, text);
            case BIG_DECIMAL -> parseBigDecimal(shape, text);
            case TIMESTAMP -> parseTimestamp(shape, text, timestampFormat);
            case DOCUMENT, LIST, MAP, STRUCTURE, UNION -> throw notSimple(shape);
        };
    }

    /**
     * The text of a value.
     *
     * @param shape a shape without members
     * @param timestampFormat how a timestamp is written there
     */
    public static String format(Schema shape, Object value, TimestampFormat timestampFormat) {
        return switch (shape.type()) {
            case TIMESTAMP -> Timestamps.format((Instant) value, timestampFormat);
            case BLOB -> ((Blob) value).toBase64();
            case DOCUMENT, LIST, MAP, STRUCTURE, UNION -> throw notSimple(shape);
            default -> value.toString();
        };
    }

    /** The bytes of padded base64 in the standard alphabet, without white space. */
    public static Blob parseBase64(Schema shape, String text) {
        if (text.length() % 4 == 0) {
            try {
                return Blob.ofOwned(Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                throw SerializationErrors.unconvertible(FOUND, shape);
            }
        }
        throw SerializationErrors.unconvertible(FOUND, shape);
    }

    /** A timestamp in the format. */
    public static Instant parseTimestamp(Schema shape, String text, TimestampFormat format) {
        Instant instant = Timestamps.parse(text, format);
        if (instant == null) {
            throw SerializationErrors.unconvertible(FOUND, shape);
        }
        return instant;
    }

    private static boolean parseBoolean(Schema shape, String text) {
        if (text.equals("true")) {
            return true;
        } else if (text.equals("false")) {
            return false;
        }
        throw SerializationErrors.unconvertible(FOUND, shape);
    }

    private static long parseInteger(Schema shape, String text, long min, long max) {
        if (NumberText.isInteger(text)) {
            try {
                long value = Long.parseLong(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw SerializationErrors.unconvertible(FOUND, shape);
            }
        }
        throw SerializationErrors.unconvertible(FOUND, shape);
    }

    private static float parseFloat(Schema shape, String text) {
        double value = parseDouble(shape, text);
        float narrowed = (float) value;
        if (Float.isInfinite(narrowed) && !Double.isInfinite(value)) {
            throw SerializationErrors.unconvertible(FOUND, shape);
        }
        return narrowed;
    }

    private static double parseDouble(Schema shape, String text) {
        switch (text) {
            case "NaN":
                return Double.NaN;
            case "Infinity":
                return Double.POSITIVE_INFINITY;
            case "-Infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                double value = NumberText.isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
                if (Double.isFinite(value)) {
                    return value;
                }
                throw SerializationErrors.unconvertible(FOUND, shape);
        }
    }

    private static BigInteger parseBigInteger(Schema shape, String text) {
        if (NumberText.isInteger(text)) {
            return new BigInteger(text);
        }
        throw SerializationErrors.unconvertible(FOUND, shape);
    }

    private static BigDecimal parseBigDecimal(Schema shape, String text) {
        if (NumberText.isDecimal(text)) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw SerializationErrors.unconvertible(FOUND, shape);
            }
        }
        throw SerializationErrors.unconvertible(FOUND, shape);
    }

    private static IllegalArgumentException notSimple(Schema shape) {
        return new IllegalArgumentException("shape: " + shape + " (expected: one without members)");
    }
}
