package io.vaportrail.s3.object;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.Checksum;
import io.vaportrail.model.s3.GetObjectAttributesOutput;
import io.vaportrail.model.s3.GetObjectAttributesParts;
import io.vaportrail.model.s3.GetObjectAttributesRequest;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectPart;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.Versioning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GetObjectAttributes: those facts of an object that are asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">GetObjectAttributes</a>
 */
public final class GetObjectAttributes implements Handler<GetObjectAttributesRequest, GetObjectAttributesOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public GetObjectAttributes(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public GetObjectAttributesOutput handle(GetObjectAttributesRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        SentHeaders.refuseWhatIsMissing(input);
        ObjectVersion version = ObjectFinder.find(bucket, input.key(), input.versionId(), "GET");
        ObjectContent content = version.contentOrThrow();
        GetObjectAttributesOutput.Builder output =
                GetObjectAttributesOutput.builder().lastModified(version.lastModified());
        if (bucket.settings().versioning() != Versioning.OFF) {
            output.versionId(version.versionId());
        }
        for (String attribute : input.objectAttributes()) {
            switch (attribute) {
                case "ETag" -> output.eTag(content.eTag());
                case "Checksum" -> output.checksum(checksum(content));
                case "ObjectParts" -> {
                    if (!content.parts().isEmpty()) {
                        output.objectParts(parts(content, input));
                    }
                }
                case "StorageClass" -> output.storageClass(version.storageClass());
                default -> output.objectSize(content.size());
            }
        }
        return output.build();
    }

    /** The number of parts, which other answers put behind a composite value, is told by ObjectParts here. */
    private static @Nullable Checksum checksum(ObjectContent content) {
        if (content.checksum() == null) {
            return null;
        }
        Checksum.Builder checksum = Checksum.builder();
        ChecksumMembers.set(Checksum.SCHEMA, checksum, content.checksum().withoutCount());
        return checksum.build();
    }

    /** The parts themselves are told only of objects whose parts kept their checksums. */
    private static GetObjectAttributesParts parts(ObjectContent content, GetObjectAttributesRequest input) {
        GetObjectAttributesParts.Builder parts = GetObjectAttributesParts.builder()
                .totalPartsCount(content.parts().size());
        if (content.parts().get(0).checksum() == null) {
            return parts.build();
        }
        int marker = input.partNumberMarker() == null ? 0 : input.partNumberMarker();
        int max = input.maxParts() == null
                ? S3Limits.LISTED_PARTS
                : Math.max(0, Math.min(input.maxParts(), S3Limits.LISTED_PARTS));
        List<io.vaportrail.model.s3.ObjectPart> page = new ArrayList<>();
        int last = marker;
        for (ObjectPart part : content.parts()) {
            if (part.number() > marker && page.size() < max) {
                page.add(view(part));
                last = part.number();
            }
        }
        return parts.partNumberMarker(marker)
                .nextPartNumberMarker(last)
                .maxParts(max)
                .isTruncated(last < content.parts().size())
                .parts(page)
                .build();
    }

    private static io.vaportrail.model.s3.ObjectPart view(ObjectPart part) {
        io.vaportrail.model.s3.ObjectPart.Builder view = io.vaportrail.model.s3.ObjectPart.builder()
                .partNumber(part.number())
                .size(part.size());
        ChecksumMembers.set(io.vaportrail.model.s3.ObjectPart.SCHEMA, view, part.checksum());
        return view.build();
    }
}
