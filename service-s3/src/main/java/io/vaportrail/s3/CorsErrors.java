package io.vaportrail.s3;

/**
 * What S3 tells browsers that ask on behalf of a page that may not.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors-troubleshooting.html">Troubleshooting CORS</a>
 */
public final class CorsErrors {
    private CorsErrors() {}

    /** The page may not. */
    public static S3Error forbidden(String reason, String method, String resourceType) {
        return S3Error.of("AccessForbidden", 403, "CORSResponse: " + reason)
                .detail("Method", method)
                .detail("ResourceType", resourceType);
    }

    /** The question lacks something. */
    public static S3Error badRequest(String reason) {
        return S3Error.of("BadRequest", 400, reason);
    }
}
