package io.vaportrail.core.protocol.cbor;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.Timestamps;
import io.vaportrail.core.protocol.WireLimits;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the values without members of one CBOR body. Nothing is coerced from one kind to another but integers to floats. */
final class CborValues {
    private final CborReader reader;

    CborValues(CborReader reader) {
        this.reader = reader;
    }

    Object simple(Schema shape) {
        switch (shape.type()) {
            case TIMESTAMP:
                return timestamp(shape);
            case BIG_INTEGER:
                return bigInteger(shape);
            case BIG_DECIMAL:
                return bigDecimal(shape);
            case DOCUMENT:
                throw SerializationErrors.of("Documents have no form in CBOR");
            default:
                reader.skipTags();
                return untagged(shape);
        }
    }

    private Object untagged(Schema shape) {
        return switch (shape.type()) {
            case STRING, ENUM -> text(shape);
            case BLOB -> blob(shape);
            case BOOLEAN -> bool(shape);
            case BYTE -> (byte) integer(shape, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) integer(shape, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, INT_ENUM -> (int) integer(shape, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(shape, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> single(shape);
            case DOUBLE -> number(shape);
            default -> throw new IllegalArgumentException("shape: " + shape + " (expected: one without members)");
        };
    }

    private String text(Schema shape) {
        if (reader.peekMajor() != Cbor.TEXT) {
            throw refused(shape);
        }
        return reader.text();
    }

    private Blob blob(Schema shape) {
        if (reader.peekMajor() != Cbor.BYTES) {
            throw refused(shape);
        }
        return Blob.ofOwned(reader.bytes());
    }

    private boolean bool(Schema shape) {
        int initial = reader.peek();
        if (initial != Cbor.TRUE && initial != Cbor.FALSE) {
            throw refused(shape);
        }
        reader.takeByte();
        return initial == Cbor.TRUE;
    }

    private long integer(Schema shape, long min, long max) {
        int major = reader.peekMajor();
        if (major > Cbor.NEGATIVE) {
            throw refused(shape);
        }
        long argument = reader.argument();
        long value = major == Cbor.UNSIGNED ? argument : -1 - argument;
        if (argument < 0 || value < min || value > max) {
            throw SerializationErrors.unconvertible("NUMBER_VALUE", shape);
        }
        return value;
    }

    private float single(Schema shape) {
        double value = number(shape);
        float narrowed = (float) value;
        if (Float.isInfinite(narrowed) && !Double.isInfinite(value)) {
            throw SerializationErrors.unconvertible("NUMBER_VALUE", shape);
        }
        return narrowed;
    }

    private double number(Schema shape) {
        if (reader.peekMajor() <= Cbor.NEGATIVE) {
            return unbounded(reader.peekMajor()).doubleValue();
        } else if (!isFraction()) {
            throw refused(shape);
        }
        return reader.fraction();
    }

    /** Seconds since 1970 behind their tag, whole or with a fraction. */
    private Instant timestamp(Schema shape) {
        if (reader.peekMajor() != Cbor.TAG || reader.takeTag() != Cbor.TAG_EPOCH) {
            throw refused(shape);
        }
        Instant instant = isFraction() ? Timestamps.ofEpochSeconds(reader.fraction()) : wholeSeconds(shape);
        if (instant == null) {
            throw SerializationErrors.unconvertible("NUMBER_VALUE", shape);
        }
        return instant;
    }

    private @Nullable Instant wholeSeconds(Schema shape) {
        return Timestamps.ofEpochSeconds(integer(shape, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private BigInteger bigInteger(Schema shape) {
        int major = reader.peekMajor();
        if (major <= Cbor.NEGATIVE) {
            return unbounded(major);
        }
        long tag = major == Cbor.TAG ? reader.takeTag() : 0;
        boolean positive = tag == Cbor.TAG_POSITIVE_BIGNUM;
        if ((!positive && tag != Cbor.TAG_NEGATIVE_BIGNUM) || reader.peekMajor() != Cbor.BYTES) {
            throw refused(shape);
        }
        byte[] bytes = reader.bytes();
        if (bytes.length > WireLimits.MAX_NUMBER_LENGTH) {
            throw SerializationErrors.unconvertible("NUMBER_VALUE", shape);
        }
        BigInteger magnitude = new BigInteger(1, bytes);
        return positive ? magnitude : magnitude.not();
    }

    /** An exponent of ten and a whole number, behind their tag; or a plain number. */
    private BigDecimal bigDecimal(Schema shape) {
        if (reader.peekMajor() != Cbor.TAG) {
            return plainDecimal(shape);
        }
        if (reader.takeTag() != Cbor.TAG_DECIMAL || reader.peekMajor() != Cbor.ARRAY) {
            throw refused(shape);
        }
        int count = reader.open();
        if (!reader.more(count, 0)) {
            throw refused(shape);
        }
        int exponent = (int) integer(shape, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (!reader.more(count, 1)) {
            throw refused(shape);
        }
        BigDecimal value = new BigDecimal(bigInteger(shape), -exponent);
        if (reader.more(count, 2)) {
            throw refused(shape);
        }
        return value;
    }

    private BigDecimal plainDecimal(Schema shape) {
        double value = isFraction() ? reader.fraction() : Double.NaN;
        if (Double.isFinite(value)) {
            return BigDecimal.valueOf(value);
        }
        return new BigDecimal(bigInteger(shape));
    }

    private BigInteger unbounded(int major) {
        BigInteger argument = new BigInteger(Long.toUnsignedString(reader.argument()));
        return major == Cbor.UNSIGNED ? argument : argument.not();
    }

    private boolean isFraction() {
        int initial = reader.peek();
        return initial == Cbor.HALF || initial == Cbor.FLOAT || initial == Cbor.DOUBLE;
    }

    private ServiceException refused(Schema shape) {
        if (reader.atEnd()) {
            return CborReader.invalid();
        }
        return switch (reader.peekMajor()) {
            case Cbor.ARRAY, Cbor.MAP -> SerializationErrors.unexpectedStart();
            case Cbor.TEXT -> SerializationErrors.unconvertible("STRING_VALUE", shape);
            case Cbor.BYTES -> SerializationErrors.unconvertible("BINARY_VALUE", shape);
            case Cbor.UNSIGNED, Cbor.NEGATIVE -> SerializationErrors.unconvertible("NUMBER_VALUE", shape);
            default -> simpleRefused(shape);
        };
    }

    private ServiceException simpleRefused(Schema shape) {
        return SerializationErrors.unconvertible(
                switch (reader.peek()) {
                    case Cbor.TRUE -> "TRUE_VALUE";
                    case Cbor.FALSE -> "FALSE_VALUE";
                    case Cbor.NULL, Cbor.UNDEFINED -> "NULL_VALUE";
                    case Cbor.HALF, Cbor.FLOAT, Cbor.DOUBLE -> "NUMBER_VALUE";
                    default -> "Unknown value";
                },
                shape);
    }
}
