package io.vaportrail.core.protocol;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;

/**
 * What a caller is told whose bytes cannot be read as the input: {@code SerializationException}, and {@code MalformedInput} over
 * awsQuery. The sentences are those of AWS's own front end where they are known.
 */
public final class SerializationErrors {
    private static final ErrorTrait TRAIT =
            ErrorTrait.of("SerializationException", 400, true).underQuery("MalformedInput", 400);

    private SerializationErrors() {}

    /** An error with this message. */
    public static ServiceException of(String message) {
        return CommonError.of(TRAIT, message);
    }

    /**
     * A value of one kind where another was expected.
     *
     * @param found what was found, for example {@code STRING_VALUE}
     * @param expected the shape of the place where it was found
     */
    public static ServiceException unconvertible(String found, Schema expected) {
        return of(
                switch (expected.type()) {
                    case LIST -> "Expected list or null";
                    case MAP -> "Expected map or null";
                    case STRUCTURE, UNION -> "Expected structure or null";
                    default -> found + " can not be converted to " + nameOf(expected);
                });
    }

    /** A structure, map or list where a single value was expected. */
    public static ServiceException unexpectedStart() {
        return of("Start of structure or map found where not expected");
    }

    /** A union with no member, with more than one, or with one that the model does not know. */
    public static ServiceException brokenUnion(Schema union) {
        return of("Union " + union.name() + " must have exactly one known member set");
    }

    /** A {@code null} in a list or map that holds none. */
    public static ServiceException nullElement(Schema collection) {
        return of("Null found in " + collection.name() + " where not expected");
    }

    /** Input that is nested deeper than {@link WireLimits#MAX_DEPTH}. */
    public static ServiceException tooDeep() {
        return of("Input is nested more than " + WireLimits.MAX_DEPTH + " levels deep");
    }

    private static String nameOf(Schema schema) {
        return switch (schema.type()) {
            case BLOB -> "a Blob";
            case BOOLEAN -> "a Boolean";
            case BYTE -> "a Byte";
            case SHORT -> "a Short";
            case INTEGER, INT_ENUM -> "an Integer";
            case LONG -> "a Long";
            case FLOAT -> "a Float";
            case DOUBLE -> "a Double";
            case BIG_INTEGER -> "a BigInteger";
            case BIG_DECIMAL -> "a BigDecimal";
            case TIMESTAMP -> "milliseconds since epoch";
            default -> "a String";
        };
    }
}
