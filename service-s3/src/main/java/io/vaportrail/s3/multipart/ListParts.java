package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.ListPartsOutput;
import io.vaportrail.model.s3.ListPartsRequest;
import io.vaportrail.model.s3.Part;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.UploadedPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ListParts: the parts of an upload so far.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">ListParts</a>
 */
public final class ListParts implements Handler<ListPartsRequest, ListPartsOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public ListParts(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListPartsOutput handle(ListPartsRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        int max = max(input.maxParts());
        int marker = input.partNumberMarker() == null ? 0 : input.partNumberMarker();
        Upload upload = PartStore.find(bucket, input.key(), input.uploadId());
        List<UploadedPart> rest = bucket.withUploads(
                uploads -> new ArrayList<>(upload.parts().tailMap(marker, false).values()));
        List<UploadedPart> page = rest.subList(0, Math.min(max, rest.size()));
        Upload.ChecksumPlan plan = upload.checksum();
        ListPartsOutput.Builder output = ListPartsOutput.builder()
                .bucket(bucket.name())
                .key(input.key())
                .uploadId(upload.id())
                .partNumberMarker(marker)
                .nextPartNumberMarker(
                        page.isEmpty() ? 0 : page.get(page.size() - 1).number())
                .maxParts(max)
                .isTruncated(page.size() < rest.size())
                .parts(page.stream().map(ListParts::view).toList())
                .initiator(Initiators.of(upload))
                .owner(AclDocuments.owner(upload.target().owner()))
                .storageClass(upload.target().storageClass());
        if (plan != null && plan.chosen()) {
            output.checksumAlgorithm(plan.algorithm()).checksumType(plan.composite() ? "COMPOSITE" : "FULL_OBJECT");
        }
        return output.build();
    }

    private static int max(@Nullable Integer asked) {
        if (asked != null && asked < 0) {
            throw S3Errors.invalidArgument(
                    "Argument max-parts must be an integer between 0 and 2147483647", "max-parts", asked);
        }
        return asked == null ? S3Limits.LISTED_PARTS : Math.min(asked, S3Limits.LISTED_PARTS);
    }

    private static Part view(UploadedPart part) {
        Part.Builder view = Part.builder()
                .partNumber(part.number())
                .lastModified(part.lastModified())
                .eTag(ETags.quoted(part.content().eTag()))
                .size(part.content().size());
        ChecksumMembers.set(Part.SCHEMA, view, part.content().checksum());
        return view.build();
    }
}
