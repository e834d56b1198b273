package io.vaportrail.s3;

import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of S3: code, status, message, and what its XML says beside them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
public final class S3Error extends ServiceException {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_FAULTS = 500;

    private final transient ErrorTrait trait;
    private final transient Map<String, String> details = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private S3Error(ErrorTrait trait, String message) {
        super(message);
        this.trait = trait;
    }

    /** An error. */
    static S3Error of(String code, int httpStatus, String message) {
        return new S3Error(ErrorTrait.of(code, httpStatus, httpStatus < SERVER_FAULTS), message);
    }

    /** Adds an element. */
    S3Error detail(String name, Object value) {
        details.put(name, value.toString());
        return this;
    }

    /** Adds a header. */
    public S3Error header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public ErrorTrait error() {
        return trait;
    }

    @Override
    public Map<String, String> details() {
        return details;
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }
}
