package io.vaportrail.s3.bucket;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.ListBucketsOutput;
import io.vaportrail.model.s3.ListBucketsRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.listing.ContinuationToken;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import java.util.ArrayList;
import java.util.List;

/**
 * ListBuckets: the buckets of the caller's account, in all regions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>
 */
public final class ListBuckets implements Handler<ListBucketsRequest, ListBucketsOutput> {
    private final Buckets buckets;

    /** The operation. */
    public ListBuckets(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public ListBucketsOutput handle(ListBucketsRequest input, Call call) {
        int max = max(input);
        String prefix = input.prefix() == null ? "" : input.prefix();
        String token = input.continuationToken();
        List<io.vaportrail.model.s3.Bucket> found = new ArrayList<>();
        String next = null;
        for (Bucket bucket : buckets.after(token == null ? "" : ContinuationToken.parse(token))) {
            boolean meant = bucket.owner().equals(call.accountId())
                    && bucket.name().startsWith(prefix)
                    && (input.bucketRegion() == null || input.bucketRegion().equals(bucket.region()));
            if (!meant) {
                continue;
            }
            if (found.size() == max) {
                next = ContinuationToken.of(String.valueOf(found.get(max - 1).name()));
                break;
            }
            found.add(view(bucket, input));
        }
        return ListBucketsOutput.builder()
                .buckets(found)
                .owner(AclDocuments.owner(call.accountId()))
                .continuationToken(next)
                .prefix(input.prefix())
                .build();
    }

    private static int max(ListBucketsRequest input) {
        Integer asked = input.maxBuckets();
        if (asked != null && (asked < 1 || asked > S3Limits.LISTED_BUCKETS)) {
            throw S3Errors.invalidArgument(
                    "Argument max-buckets must be an integer between 1 and " + S3Limits.LISTED_BUCKETS,
                    "max-buckets",
                    asked);
        }
        return asked == null ? S3Limits.LISTED_BUCKETS : asked;
    }

    private static io.vaportrail.model.s3.Bucket view(Bucket bucket, ListBucketsRequest input) {
        boolean paged = input.maxBuckets() != null || input.prefix() != null || input.bucketRegion() != null;
        return io.vaportrail.model.s3.Bucket.builder()
                .name(bucket.name())
                .creationDate(bucket.created())
                .bucketRegion(paged ? bucket.region() : null)
                .bucketArn(bucket.arn())
                .build();
    }
}
