package io.vaportrail.schema;

import org.jspecify.annotations.Nullable;

/**
 * What the model says of an error shape.
 *
 * @param code the code on the wire, the shape's name unless the model states another
 * @param httpStatus the HTTP status of the answer
 * @param senderFault whether the caller is to blame (else the service)
 * @param queryCode the code that awsQuery (and {@code x-amzn-query-error}) carries where it differs, or {@code null}
 * @param queryHttpStatus the HTTP status under awsQuery where it differs, or {@code null}
 */
public record ErrorTrait(
        String code,
        int httpStatus,
        boolean senderFault,
        @Nullable String queryCode,
        @Nullable Integer queryHttpStatus) {

    /** An error that is the same in every protocol. */
    public static ErrorTrait of(String code, int httpStatus, boolean senderFault) {
        return new ErrorTrait(code, httpStatus, senderFault, null, null);
    }

    /** The same error with its own code and status under awsQuery. */
    public ErrorTrait underQuery(String otherCode, int otherStatus) {
        return new ErrorTrait(code, httpStatus, senderFault, otherCode, otherStatus);
    }
}
