package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.CopyPartResult;
import io.vaportrail.model.s3.UploadPartCopyOutput;
import io.vaportrail.model.s3.UploadPartCopyRequest;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.checksum.Digests;
import io.vaportrail.s3.object.ByteRange;
import io.vaportrail.s3.object.CopySource;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.object.Encryptions;
import io.vaportrail.s3.object.ReadConditions;
import io.vaportrail.s3.object.SentHeaders;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.UploadedPart;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UploadPartCopy: a part whose bytes are those of an object, or some of them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
 */
public final class UploadPartCopy implements Handler<UploadPartCopyRequest, UploadPartCopyOutput> {
    private final BucketFinder finder;
    private final PartStore parts;

    /** The operation. */
    public UploadPartCopy(BucketFinder finder, PartStore parts) {
        this.finder = finder;
        this.parts = parts;
    }

    @Override
    public UploadPartCopyOutput handle(UploadPartCopyRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        SentHeaders.refuseWhatIsMissing(input);
        PartStore.checkNumber(input.partNumber());
        Upload upload = PartStore.find(bucket, input.key(), input.uploadId());
        CopySource.Found source = CopySource.parse(input.copySource()).find(finder, input.expectedSourceBucketOwner());
        new ReadConditions(
                        input.copySourceIfMatch(),
                        input.copySourceIfNoneMatch(),
                        input.copySourceIfModifiedSince(),
                        input.copySourceIfUnmodifiedSince())
                .checkCopySource(source.version());
        UploadedPart part = parts.put(
                bucket, upload, input.partNumber(), content(source.version(), input.copySourceRange(), upload));
        CopyPartResult.Builder result = CopyPartResult.builder()
                .eTag(ETags.quoted(part.content().eTag()))
                .lastModified(part.lastModified());
        ChecksumMembers.set(CopyPartResult.SCHEMA, result, part.content().checksum());
        UploadPartCopyOutput.Builder output = UploadPartCopyOutput.builder()
                .copySourceVersionId(source.visibleVersionId())
                .copyPartResult(result.build());
        Encryptions.set(UploadPartCopyOutput.SCHEMA, output, upload.target().encryption());
        return output.build();
    }

    private static ObjectContent content(ObjectVersion source, @Nullable String rangeHeader, Upload upload) {
        byte[] bytes = source.contentOrThrow().bytes();
        if (rangeHeader != null) {
            ByteRange range = ByteRange.ofCopySource(rangeHeader, bytes.length);
            bytes = Arrays.copyOfRange(bytes, (int) range.from(), (int) range.to() + 1);
        }
        Upload.ChecksumPlan plan = upload.checksum();
        Checksum checksum = plan != null && plan.chosen()
                ? new Checksum(
                        plan.algorithm(), Algorithm.named(plan.algorithm()).of(bytes), false)
                : null;
        return new ObjectContent(bytes, HexFormat.of().formatHex(Digests.md5(bytes)), checksum, List.of());
    }
}
