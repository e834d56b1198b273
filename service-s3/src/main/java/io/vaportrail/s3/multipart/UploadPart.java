package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.UploadPartOutput;
import io.vaportrail.model.s3.UploadPartRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.checksum.BodyIntegrity;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.checksum.Digests;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.object.Encryptions;
import io.vaportrail.s3.object.SentHeaders;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.UploadedPart;
import io.vaportrail.schema.Blob;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * UploadPart: adds a part to an upload, or takes the place of one of the same number.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html">UploadPart</a>
 */
public final class UploadPart implements Handler<UploadPartRequest, UploadPartOutput> {
    private final BucketFinder finder;
    private final PartStore parts;

    /** The operation. */
    public UploadPart(BucketFinder finder, PartStore parts) {
        this.finder = finder;
        this.parts = parts;
    }

    @Override
    public UploadPartOutput handle(UploadPartRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        SentHeaders.refuseWhatIsMissing(input);
        PartStore.checkNumber(input.partNumber());
        Upload upload = PartStore.find(bucket, input.key(), input.uploadId());
        UploadedPart part = parts.put(bucket, upload, input.partNumber(), content(input, call, upload));
        UploadPartOutput.Builder output =
                UploadPartOutput.builder().eTag(ETags.quoted(part.content().eTag()));
        Upload.ChecksumPlan plan = upload.checksum();
        Checksum checksum = part.content().checksum();
        if (plan != null && (plan.chosen() || Algorithm.stated(input) != null)) {
            ChecksumMembers.set(UploadPartOutput.SCHEMA, output, checksum);
        }
        Encryptions.set(UploadPartOutput.SCHEMA, output, upload.target().encryption());
        return output.build();
    }

    private static ObjectContent content(UploadPartRequest input, Call call, Upload upload) {
        Blob body = input.body();
        byte[] bytes = body == null ? Blob.EMPTY.unsafeBytes() : body.unsafeBytes();
        byte[] md5 = Digests.md5(bytes);
        BodyIntegrity.check(input, call, bytes, md5);
        return new ObjectContent(bytes, HexFormat.of().formatHex(md5), checksum(input, bytes, upload), List.of());
    }

    /** The algorithm of the upload holds, where one was chosen. */
    private static @Nullable Checksum checksum(UploadPartRequest input, byte[] bytes, Upload upload) {
        Upload.ChecksumPlan plan = upload.checksum();
        Algorithm stated = Algorithm.stated(input);
        if (plan == null || !plan.chosen()) {
            return BodyIntegrity.checksum(input, bytes, null);
        }
        if (stated != null && !stated.name().equals(plan.algorithm())) {
            throw S3Errors.invalidRequest("Checksum Type mismatch occurred, expected checksum Type: "
                    + plan.algorithm().toLowerCase(Locale.ROOT) + ", actual checksum Type: "
                    + stated.name().toLowerCase(Locale.ROOT));
        }
        return BodyIntegrity.checksum(input, bytes, Algorithm.named(plan.algorithm()));
    }
}
