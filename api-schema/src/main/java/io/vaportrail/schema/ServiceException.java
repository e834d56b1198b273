package io.vaportrail.schema;

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

    /** The name that CloudTrail records as {@code errorCode}: the shape's name, where it differs from the code on the wire. */
    public String auditCode() {
        return error().code();
    }
}
