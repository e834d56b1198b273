package io.vaportrail.s3.object;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.CopyObjectOutput;
import io.vaportrail.model.s3.CopyObjectRequest;
import io.vaportrail.model.s3.CopyObjectResult;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.checksum.Digests;
import io.vaportrail.s3.configuration.OwnershipControlsRules;
import io.vaportrail.s3.configuration.Tags;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectHeaders;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.StoreEnvironment;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CopyObject: stores the bytes of an object once more. What was said of it comes along, or is replaced.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
public final class CopyObject implements Handler<CopyObjectRequest, CopyObjectOutput> {
    private static final String REPLACE = "REPLACE";

    private final BucketFinder finder;
    private final StoreEnvironment environment;
    private final Notifications notifications;

    /** The operation. */
    public CopyObject(BucketFinder finder, StoreEnvironment environment, Notifications notifications) {
        this.finder = finder;
        this.environment = environment;
        this.notifications = notifications;
    }

    @Override
    public CopyObjectOutput handle(CopyObjectRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Keys.check(input.key());
        SentHeaders.refuseWhatIsMissing(input);
        if (input.copySourceSSECustomerAlgorithm() != null) {
            throw S3Errors.notImplemented("S3 encryption with keys of the customer (SSE-C)");
        }
        CopySource named = CopySource.parse(input.copySource());
        CopySource.Found source = named.find(finder, input.expectedSourceBucketOwner());
        new ReadConditions(
                        input.copySourceIfMatch(),
                        input.copySourceIfNoneMatch(),
                        input.copySourceIfModifiedSince(),
                        input.copySourceIfUnmodifiedSince())
                .checkCopySource(source.version());
        checkSelf(input, named, source.version());
        ObjectVersion stored = bucket.put(
                object(input, call, bucket, source.version()),
                WriteConditions.ofWrite(input.key(), input.ifMatch(), input.ifNoneMatch()));
        call.audit().additionalEventData("SSEApplied", Encryptions.recorded(input, stored.encryption()));
        notifications.publish(ObjectEvent.of(ObjectEvent.CREATED_COPY, bucket, stored), call);
        return answer(stored, source);
    }

    /** An object may be copied to itself only to change something. */
    private static void checkSelf(CopyObjectRequest input, CopySource source, ObjectVersion version) {
        boolean self = source.bucket().equals(input.bucket())
                && source.key().equals(input.key())
                && source.versionId() == null;
        boolean changes = REPLACE.equals(input.metadataDirective())
                || input.storageClass() != null && !input.storageClass().equals(version.storageClass())
                || input.websiteRedirectLocation() != null
                || input.serverSideEncryption() != null
                || input.checksumAlgorithm() != null;
        if (self && !changes) {
            throw S3Errors.invalidRequest(
                    "This copy request is illegal because it is trying to copy an object to itself without changing the"
                            + " object's metadata, storage class, website redirect location or encryption attributes.");
        }
    }

    private ObjectVersion object(CopyObjectRequest input, Call call, Bucket bucket, ObjectVersion source) {
        String owner = OwnershipControlsRules.ownerOf(bucket, call.accountId(), input.acl());
        Acl acl = OwnershipControlsRules.objectAcl(
                bucket, owner, AclDocuments.stated(input, owner, bucket.owner()), input.acl());
        return new ObjectVersion(
                input.key(),
                ObjectVersion.NULL,
                environment.now(),
                owner,
                content(source.contentOrThrow(), input.checksumAlgorithm()),
                headers(input, source.headers()),
                SentHeaders.storageClass(input),
                Encryptions.of(input, bucket),
                tags(input, source),
                acl);
    }

    /** Without REPLACE all headers stated in the request are ignored but the redirect, which is never copied. */
    private static ObjectHeaders headers(CopyObjectRequest input, ObjectHeaders source) {
        ObjectHeaders stated = SentHeaders.of(input);
        if (REPLACE.equals(input.metadataDirective())) {
            return stated;
        }
        return new ObjectHeaders(
                source.contentType(),
                source.contentEncoding(),
                source.contentLanguage(),
                source.contentDisposition(),
                source.cacheControl(),
                source.expires(),
                stated.websiteRedirectLocation(),
                source.metadata());
    }

    private static Map<String, String> tags(CopyObjectRequest input, ObjectVersion source) {
        return REPLACE.equals(input.taggingDirective()) ? Tags.ofHeader(input.tagging()) : source.tags();
    }

    /** The bytes are shared; a copy of an object made of parts is an object sent whole. */
    private static ObjectContent content(ObjectContent source, @Nullable String algorithm) {
        byte[] bytes = source.bytes();
        String eTag = source.parts().isEmpty() ? source.eTag() : HexFormat.of().formatHex(Digests.md5(bytes));
        return new ObjectContent(bytes, eTag, checksum(source, algorithm), List.of());
    }

    private static Checksum checksum(ObjectContent source, @Nullable String asked) {
        Checksum known = source.checksum();
        if (known != null && !known.composite() && (asked == null || asked.equals(known.algorithm()))) {
            return known;
        }
        String name = asked != null ? asked : known != null ? known.algorithm() : Algorithm.CRC64NVME.name();
        Algorithm algorithm = Algorithm.named(name);
        return new Checksum(algorithm.name(), algorithm.of(source.bytes()), false);
    }

    private static CopyObjectOutput answer(ObjectVersion stored, CopySource.Found source) {
        CopyObjectResult.Builder result = CopyObjectResult.builder()
                .eTag(ETags.quoted(stored.contentOrThrow().eTag()))
                .lastModified(stored.lastModified());
        ChecksumMembers.set(
                CopyObjectResult.SCHEMA, result, stored.contentOrThrow().checksum());
        CopyObjectOutput.Builder output = CopyObjectOutput.builder()
                .copyObjectResult(result.build())
                .copySourceVersionId(source.visibleVersionId())
                .versionId(PutObject.visible(stored));
        Encryptions.set(CopyObjectOutput.SCHEMA, output, stored.encryption());
        return output.build();
    }
}
