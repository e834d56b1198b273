package io.vaportrail.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error that the caller is told about. It carries no stack trace: it is an answer, not an accident. */
public abstract class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with the text that the caller reads. */
    protected ServiceException(@Nullable String message) {
        super(message, null, false, false);
    }

    /** Code, status and fault. */
    public abstract ErrorTrait error();

    /** What an S3 answer says of the error beside code and message, by the name of its element, in order. */
    public Map<String, String> details() {
        return Map.of();
    }

    /** The headers that a REST answer carries beside those that every error has. */
    public Map<String, String> headers() {
        return Map.of();
    }

    /** The name that CloudTrail records as {@code errorCode}: the shape's name, where it differs from the code on the wire. */
    public String auditCode() {
        return error().code();
    }
}
