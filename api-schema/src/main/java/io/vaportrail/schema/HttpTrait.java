package io.vaportrail.schema;

/**
 * The HTTP binding of an operation.
 *
 * @param method for example {@code POST}
 * @param uri the pattern with labels, for example {@code /{Bucket}/{Key+}?acl}
 * @param code the status of a successful answer
 */
public record HttpTrait(String method, String uri, int code) {
    /** What every operation of an RPC protocol has. */
    public static final HttpTrait RPC = new HttpTrait("POST", "/", 200);
}
