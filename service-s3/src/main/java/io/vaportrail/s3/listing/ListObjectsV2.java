package io.vaportrail.s3.listing;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.ListObjectsV2Output;
import io.vaportrail.model.s3.ListObjectsV2Request;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ListPage;
import io.vaportrail.s3.store.ListQuery;

/**
 * ListObjectsV2: the objects of a bucket, page by page by a token.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
public final class ListObjectsV2 implements Handler<ListObjectsV2Request, ListObjectsV2Output> {
    private final BucketFinder finder;

    /** The operation. */
    public ListObjectsV2(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListObjectsV2Output handle(ListObjectsV2Request input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        KeyEncoding encoding = KeyEncoding.of(input.encodingType());
        int max = ListingParameters.max(input.maxKeys(), "max-keys");
        String delimiter = ListingParameters.orEmpty(input.delimiter());
        String prefix = ListingParameters.orEmpty(input.prefix());
        String token = input.continuationToken();
        String after = token == null ? ListingParameters.orEmpty(input.startAfter()) : ContinuationToken.parse(token);
        ListPage page = bucket.list(new ListQuery(prefix, delimiter, after, max));
        return ListObjectsV2Output.builder()
                .name(bucket.name())
                .prefix(encoding.encode(prefix))
                .delimiter(encoding.encodeIfAny(ListingParameters.ifAny(delimiter)))
                .startAfter(encoding.encodeIfAny(ListingParameters.ifAny(input.startAfter())))
                .maxKeys(max)
                .encodingType(input.encodingType())
                .keyCount(page.objects().size() + page.commonPrefixes().size())
                .isTruncated(page.truncated())
                .continuationToken(token)
                .nextContinuationToken(page.truncated() ? ContinuationToken.of(page.last()) : null)
                .contents(ListingParameters.contents(page.objects(), encoding, Boolean.TRUE.equals(input.fetchOwner())))
                .commonPrefixes(encoding.prefixes(page.commonPrefixes()))
                .build();
    }
}
