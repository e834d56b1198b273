package io.vaportrail.s3.listing;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.ListObjectsOutput;
import io.vaportrail.model.s3.ListObjectsRequest;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ListPage;
import io.vaportrail.s3.store.ListQuery;

/**
 * ListObjects: the objects of a bucket, page by page by a marker.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">ListObjects</a>
 */
public final class ListObjects implements Handler<ListObjectsRequest, ListObjectsOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public ListObjects(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListObjectsOutput handle(ListObjectsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        KeyEncoding encoding = KeyEncoding.of(input.encodingType());
        int max = ListingParameters.max(input.maxKeys(), "maxKeys");
        String delimiter = ListingParameters.orEmpty(input.delimiter());
        String prefix = ListingParameters.orEmpty(input.prefix());
        String marker = ListingParameters.orEmpty(input.marker());
        ListPage page = bucket.list(new ListQuery(prefix, delimiter, marker, max));
        ListObjectsOutput.Builder output = ListObjectsOutput.builder()
                .name(bucket.name())
                .prefix(encoding.encode(prefix))
                .marker(encoding.encode(marker))
                .maxKeys(max)
                .encodingType(input.encodingType())
                .isTruncated(page.truncated())
                .contents(ListingParameters.contents(page.objects(), encoding, true))
                .commonPrefixes(encoding.prefixes(page.commonPrefixes()));
        if (!delimiter.isEmpty()) {
            // The next marker is answered only where the last key may not be it.
            output.delimiter(encoding.encode(delimiter));
            if (page.truncated()) {
                output.nextMarker(encoding.encode(page.last()));
            }
        }
        return output.build();
    }
}
