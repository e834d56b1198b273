package io.vaportrail.s3;

import java.time.Instant;

/**
 * The errors of S3 in AWS's words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">List of error codes</a>
 */
public final class S3Errors {
    private S3Errors() {}

    /** No such bucket. */
    public static S3Error noSuchBucket(String bucket) {
        return S3Error.of("NoSuchBucket", 404, "The specified bucket does not exist")
                .detail("BucketName", bucket);
    }

    /** No such object. */
    public static S3Error noSuchKey(String key) {
        return S3Error.of("NoSuchKey", 404, "The specified key does not exist.").detail("Key", key);
    }

    /** No such version. */
    public static S3Error noSuchVersion(String key, String versionId) {
        return S3Error.of("NoSuchVersion", 404, "The specified version does not exist.")
                .detail("Key", key)
                .detail("VersionId", versionId);
    }

    /** A version id that cannot be one. */
    public static S3Error invalidVersionId(String versionId) {
        return invalidArgument("Invalid version id specified", "versionId", versionId);
    }

    /** A delete marker does not do what an object does. */
    public static S3Error methodNotAllowed(String method, String resourceType) {
        return S3Error.of("MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
                .detail("Method", method)
                .detail("ResourceType", resourceType);
    }

    /** No such upload. */
    public static S3Error noSuchUpload(String uploadId) {
        return S3Error.of(
                        "NoSuchUpload",
                        404,
                        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                                + " aborted or completed.")
                .detail("UploadId", uploadId);
    }

    /** A name that no bucket can have. */
    public static S3Error invalidBucketName(String bucket) {
        return S3Error.of("InvalidBucketName", 400, "The specified bucket is not valid.")
                .detail("BucketName", bucket);
    }

    /** Somebody else has a bucket of this name. */
    public static S3Error bucketAlreadyExists(String bucket) {
        return S3Error.of(
                        "BucketAlreadyExists",
                        409,
                        "The requested bucket name is not available. The bucket namespace is shared by all users of the"
                                + " system. Please select a different name and try again.")
                .detail("BucketName", bucket);
    }

    /** The caller has this bucket already. */
    public static S3Error bucketAlreadyOwnedByYou(String bucket) {
        return S3Error.of(
                        "BucketAlreadyOwnedByYou",
                        409,
                        "Your previous request to create the named bucket succeeded and you already own it.")
                .detail("BucketName", bucket);
    }

    /** A bucket must be empty to be deleted. */
    public static S3Error bucketNotEmpty(String bucket, boolean versioned) {
        String versions = versioned ? ". You must delete all versions in the bucket." : "";
        return S3Error.of("BucketNotEmpty", 409, "The bucket you tried to delete is not empty" + versions)
                .detail("BucketName", bucket);
    }

    /** One more bucket than an account may have. */
    public static S3Error tooManyBuckets() {
        return S3Error.of("TooManyBuckets", 400, "You have attempted to create more buckets than allowed");
    }

    /** The region of the endpoint and the one asked for differ. */
    public static S3Error illegalLocationConstraint(String constraint) {
        return S3Error.of(
                "IllegalLocationConstraintException",
                400,
                "The " + constraint
                        + " location constraint is incompatible for the region specific endpoint this request was sent"
                        + " to.");
    }

    /** A region that there is none of. */
    public static S3Error invalidLocationConstraint(String constraint) {
        return S3Error.of("InvalidLocationConstraint", 400, "The specified location-constraint is not valid")
                .detail("LocationConstraint", constraint);
    }

    /** A configuration that S3 does not take, of which no single parameter is to blame. */
    public static S3Error invalidArgument(String message) {
        return S3Error.of("InvalidArgument", 400, message);
    }

    /** A parameter that S3 does not take. */
    public static S3Error invalidArgument(String message, String name, Object value) {
        return S3Error.of("InvalidArgument", 400, message)
                .detail("ArgumentName", name)
                .detail("ArgumentValue", value);
    }

    /** A request that S3 does not take. */
    public static S3Error invalidRequest(String message) {
        return S3Error.of("InvalidRequest", 400, message);
    }

    /** A body that must be there. */
    public static S3Error missingRequestBody() {
        return S3Error.of("MissingRequestBodyError", 400, "Request Body is empty");
    }

    /** A document that S3 does not take. */
    public static S3Error malformedXml() {
        return S3Error.of(
                "MalformedXML",
                400,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    /** An ACL that S3 does not take. */
    public static S3Error malformedAcl() {
        return S3Error.of(
                "MalformedACLError",
                400,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    /** An ACL both in headers and in the body. */
    public static S3Error unexpectedContent() {
        return S3Error.of("UnexpectedContent", 400, "This request does not support content");
    }

    /** An ACL neither in headers nor in the body. */
    public static S3Error missingSecurityHeader() {
        return S3Error.of("MissingSecurityHeader", 400, "Your request was missing a required header")
                .detail("MissingHeaderName", "x-amz-acl");
    }

    /** A bucket that has no ACLs. */
    public static S3Error aclNotSupported() {
        return S3Error.of("AccessControlListNotSupported", 400, "The bucket does not allow ACLs");
    }

    /** An ACL for a bucket that is to have none. */
    public static S3Error aclWithEnforcedOwner() {
        return S3Error.of(
                "InvalidBucketAclWithObjectOwnership",
                400,
                "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
    }

    /** A key that is too long. */
    public static S3Error keyTooLong(int size) {
        return S3Error.of("KeyTooLongError", 400, "Your key is too long")
                .detail("Size", size)
                .detail("MaxSizeAllowed", S3Limits.KEY_BYTES);
    }

    /** User metadata that is too long. */
    public static S3Error metadataTooLarge(int size) {
        return S3Error.of("MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size")
                .detail("Size", size)
                .detail("MaxSizeAllowed", S3Limits.METADATA_BYTES);
    }

    /** A body of unknown length. */
    public static S3Error missingContentLength() {
        return S3Error.of("MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
    }

    /** Content-MD5 that is no MD5. */
    public static S3Error invalidDigest(String digest) {
        return S3Error.of("InvalidDigest", 400, "The Content-MD5 you specified was invalid.")
                .detail("Content-MD5", digest);
    }

    /** Content-MD5 that does not fit the body. */
    public static S3Error badDigest(String expected, String calculated) {
        return S3Error.of("BadDigest", 400, "The Content-MD5 you specified did not match what we received.")
                .detail("ExpectedDigest", expected)
                .detail("CalculatedDigest", calculated);
    }

    /** A checksum that does not fit the body. */
    public static S3Error badChecksum(String algorithm) {
        return S3Error.of(
                "BadDigest", 400, "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    /** A header's checksum that is none. */
    public static S3Error invalidChecksum(String header) {
        return invalidRequest("Value for " + header + " header is invalid.");
    }

    /** The hash that was signed does not fit the body. */
    public static S3Error contentSha256Mismatch(String client, String computed) {
        return S3Error.of(
                        "XAmzContentSHA256Mismatch",
                        400,
                        "The provided 'x-amz-content-sha256' header does not match what was computed.")
                .detail("ClientComputedContentSHA256", client)
                .detail("S3ComputedContentSHA256", computed);
    }

    /** A condition of the request does not hold. */
    public static S3Error preconditionFailed(String condition) {
        return S3Error.of("PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold")
                .detail("Condition", condition);
    }

    /** What the caller has is what there is. */
    public static S3Error notModified() {
        return S3Error.of("NotModified", 304, "Not Modified");
    }

    /** A range outside the object. */
    public static S3Error invalidRange(String range, long size) {
        return S3Error.of("InvalidRange", 416, "The requested range is not satisfiable")
                .detail("RangeRequested", range)
                .detail("ActualObjectSize", size)
                .header("Content-Range", "bytes */" + size);
    }

    /** A part outside the object. */
    public static S3Error invalidPartNumber(int number, int count) {
        return S3Error.of("InvalidPartNumber", 416, "The requested partnumber is not satisfiable")
                .detail("PartNumberRequested", number)
                .detail("ActualPartCount", count);
    }

    /** More than an object may have. */
    public static S3Error entityTooLarge(long proposed, long max) {
        return S3Error.of("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
                .detail("ProposedSize", proposed)
                .detail("MaxSizeAllowed", max);
    }

    /** A part, not the last, that is too small. */
    public static S3Error entityTooSmall(long proposed, int part, String eTag) {
        return S3Error.of("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
                .detail("ProposedSize", proposed)
                .detail("MinSizeAllowed", S3Limits.PART_BYTES_MIN)
                .detail("PartNumber", part)
                .detail("ETag", eTag);
    }

    /** A part that was not uploaded so. */
    public static S3Error invalidPart(String uploadId, int part, String eTag) {
        return S3Error.of(
                        "InvalidPart",
                        400,
                        "One or more of the specified parts could not be found.  The part may not have been uploaded, or"
                                + " the specified entity tag may not match the part's entity tag.")
                .detail("UploadId", uploadId)
                .detail("PartNumber", part)
                .detail("ETag", eTag);
    }

    /** Parts that are not listed in order. */
    public static S3Error invalidPartOrder(String uploadId) {
        return S3Error.of(
                        "InvalidPartOrder",
                        400,
                        "The list of parts was not in ascending order. Parts must be ordered by part number.")
                .detail("UploadId", uploadId);
    }

    /** A trailer that was announced and did not come. */
    public static S3Error malformedTrailer() {
        return S3Error.of(
                "MalformedTrailerError",
                400,
                "The request contained trailing data that was not well-formed or did not conform to our published schema.");
    }

    /** The caller may not. */
    public static S3Error accessDenied(String message) {
        return S3Error.of("AccessDenied", 403, message);
    }

    /** A presigned address that no longer holds. */
    public static S3Error expired(Instant end, Instant now) {
        return S3Error.of("AccessDenied", 403, "Request has expired")
                .detail("Expires", end)
                .detail("ServerTime", now);
    }

    /** A presigned address that cannot be read. */
    public static S3Error queryParameters(String message) {
        return S3Error.of("AuthorizationQueryParametersError", 400, message);
    }

    /** A storage class that there is none of. */
    public static S3Error invalidStorageClass(String storageClass) {
        return S3Error.of("InvalidStorageClass", 400, "The storage class you specified is not valid")
                .detail("StorageClassRequested", storageClass);
    }

    /** An object that is archived: it would have to be restored first. */
    public static S3Error archived(String storageClass) {
        return S3Error.of("InvalidObjectState", 403, "The operation is not valid for the object's storage class")
                .detail("StorageClass", storageClass);
    }

    /** A request with too much of something. */
    public static S3Error badRequest(String message) {
        return S3Error.of("BadRequest", 400, message);
    }

    /** A tag that S3 does not take. */
    public static S3Error invalidTag(String message) {
        return S3Error.of("InvalidTag", 400, message);
    }

    /** A policy that S3 does not take. */
    public static S3Error malformedPolicy(String message) {
        return S3Error.of("MalformedPolicy", 400, message);
    }

    /** Two destinations for the same event. */
    public static S3Error overlappingConfigurations() {
        return S3Error.of(
                "InvalidArgument",
                400,
                "Configurations overlap. Configurations on the same bucket cannot share a common event type.");
    }

    /** A versioning configuration without a status. */
    public static S3Error illegalVersioningConfiguration() {
        return S3Error.of("IllegalVersioningConfigurationException", 400, "The Versioning element must be specified");
    }

    /** A policy that is too long. */
    public static S3Error policyTooLarge() {
        return S3Error.of("PolicyTooLarge", 400, "The policy exceeds the maximum allowed document size.");
    }

    /** A bucket that cannot take access logs. */
    public static S3Error invalidLoggingTarget(String message, String bucket) {
        return S3Error.of("InvalidTargetBucketForLogging", 400, message).detail("TargetBucket", bucket);
    }

    /** Something that is not configured. */
    public static S3Error notConfigured(String code, String message, String bucket) {
        return S3Error.of(code, 404, message).detail("BucketName", bucket);
    }

    /** A configuration that contradicts the bucket. */
    public static S3Error conflict(String code, String message) {
        return S3Error.of(code, 409, message);
    }

    /** A body in chunks of HTTP, which S3 does not take. */
    public static S3Error chunkedTransfer() {
        return headerNotImplemented("Transfer-Encoding");
    }

    /** A header that S3 does not take there. */
    public static S3Error headerNotImplemented(String header) {
        return S3Error.of("NotImplemented", 501, "A header you provided implies functionality that is not implemented")
                .detail("Header", header);
    }

    /** Something that S3 can do and the emulator cannot. */
    public static S3Error notImplemented(String what) {
        return S3Error.of("NotImplemented", 501, "Vaportrail does not implement " + what + ".");
    }

    /** The emulator's own bound; 507 is what no SDK tries again. */
    public static S3Error memoryFull(long taken, long limit, long wanted) {
        return S3Error.of(
                "InsufficientStorage",
                507,
                "The emulator's memory for S3 objects is full: " + taken + " of " + limit + " bytes are taken, "
                        + wanted + " more were asked for. Delete objects, or start it with a larger --s3-memory.");
    }
}
