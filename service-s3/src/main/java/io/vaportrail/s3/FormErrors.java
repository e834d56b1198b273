package io.vaportrail.s3;

/**
 * What is wrong with uploads by browsers' forms.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
public final class FormErrors {
    private FormErrors() {}

    /** A form that cannot be read. */
    public static S3Error malformedPost() {
        return S3Error.of(
                "MalformedPOSTRequest", 400, "The body of your POST request is not well-formed multipart/form-data.");
    }

    /** A form without a field that it needs. */
    public static S3Error missingFormField(String name) {
        return S3Errors.invalidArgument(
                "Bucket POST must contain a field named '" + name
                        + "'.  If it is specified, please check the order of the fields.",
                name,
                "");
    }

    /** A form with more before its file than it may have. */
    public static S3Error formFieldsTooLong() {
        return S3Error.of(
                        "MaxPostPreDataLengthExceeded",
                        400,
                        "Your POST request fields preceding the upload file were too large.")
                .detail("MaxPostPreDataLengthInBytes", S3Limits.FORM_BYTES);
    }

    /** The policy of a form that is none. */
    public static S3Error invalidPolicyDocument(String problem) {
        return S3Error.of("InvalidPolicyDocument", 400, "Invalid Policy: " + problem);
    }

    /** What the policy of a form does not allow. */
    public static S3Error refusedByPolicy(String reason) {
        return S3Errors.accessDenied("Invalid according to Policy: " + reason);
    }

    /** An upload by a form that is smaller than its policy wants. */
    public static S3Error uploadTooSmall(long proposed, long min) {
        return S3Error.of("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
                .detail("ProposedSize", proposed)
                .detail("MinSizeAllowed", min);
    }
}
