package io.vaportrail.s3.listing;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.DeleteMarkerEntry;
import io.vaportrail.model.s3.ListObjectVersionsOutput;
import io.vaportrail.model.s3.ListObjectVersionsRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.ListQuery;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.VersionPage;
import io.vaportrail.s3.store.VersionQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * ListObjectVersions: all versions and delete markers of a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html">ListObjectVersions</a>
 */
public final class ListObjectVersions implements Handler<ListObjectVersionsRequest, ListObjectVersionsOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public ListObjectVersions(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListObjectVersionsOutput handle(ListObjectVersionsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        KeyEncoding encoding = KeyEncoding.of(input.encodingType());
        int max = ListingParameters.max(input.maxKeys(), "max-keys");
        String prefix = ListingParameters.orEmpty(input.prefix());
        String delimiter = ListingParameters.orEmpty(input.delimiter());
        String keyMarker = ListingParameters.orEmpty(input.keyMarker());
        String versionMarker = ListingParameters.orEmpty(input.versionIdMarker());
        if (keyMarker.isEmpty() && !versionMarker.isEmpty()) {
            throw S3Errors.invalidArgument(
                    "A version-id marker cannot be specified without a key marker.",
                    "version-id-marker",
                    versionMarker);
        }
        VersionPage page =
                bucket.list(new VersionQuery(new ListQuery(prefix, delimiter, keyMarker, max), versionMarker));
        ListObjectVersionsOutput.Builder output = ListObjectVersionsOutput.builder()
                .name(bucket.name())
                .prefix(encoding.encode(prefix))
                .keyMarker(encoding.encode(keyMarker))
                .versionIdMarker(versionMarker)
                .maxKeys(max)
                .delimiter(encoding.encodeIfAny(ListingParameters.ifAny(delimiter)))
                .encodingType(input.encodingType())
                .isTruncated(page.truncated())
                .commonPrefixes(encoding.prefixes(page.commonPrefixes()));
        if (page.truncated()) {
            output.nextKeyMarker(encoding.encode(page.lastKey()))
                    .nextVersionIdMarker(ListingParameters.ifAny(page.lastVersion()));
        }
        addVersions(output, page, encoding);
        return output.build();
    }

    private static void addVersions(ListObjectVersionsOutput.Builder output, VersionPage page, KeyEncoding encoding) {
        List<io.vaportrail.model.s3.ObjectVersion> versions = new ArrayList<>();
        List<DeleteMarkerEntry> markers = new ArrayList<>();
        for (VersionPage.Listed listed : page.versions()) {
            if (listed.version().isDeleteMarker()) {
                markers.add(marker(listed, encoding));
            } else {
                versions.add(version(listed, encoding));
            }
        }
        output.versions(versions).deleteMarkers(markers);
    }

    private static DeleteMarkerEntry marker(VersionPage.Listed listed, KeyEncoding encoding) {
        ObjectVersion marker = listed.version();
        return DeleteMarkerEntry.builder()
                .owner(AclDocuments.owner(marker.owner()))
                .key(encoding.encode(marker.key()))
                .versionId(marker.versionId())
                .isLatest(listed.latest())
                .lastModified(marker.lastModified())
                .build();
    }

    private static io.vaportrail.model.s3.ObjectVersion version(VersionPage.Listed listed, KeyEncoding encoding) {
        ObjectVersion version = listed.version();
        ObjectContent content = version.contentOrThrow();
        Checksum checksum = content.checksum();
        io.vaportrail.model.s3.ObjectVersion.Builder view = io.vaportrail.model.s3.ObjectVersion.builder()
                .eTag(ETags.quoted(content.eTag()))
                .size(content.size())
                .storageClass(version.storageClass())
                .key(encoding.encode(version.key()))
                .versionId(version.versionId())
                .isLatest(listed.latest())
                .lastModified(version.lastModified())
                .owner(AclDocuments.owner(version.owner()));
        if (checksum != null) {
            view.checksumAlgorithm(List.of(checksum.algorithm())).checksumType(checksum.type());
        }
        return view.build();
    }
}
