package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.DeleteBucketWebsiteRequest;
import io.vaportrail.model.s3.GetBucketWebsiteOutput;
import io.vaportrail.model.s3.GetBucketWebsiteRequest;
import io.vaportrail.model.s3.PutBucketWebsiteRequest;
import io.vaportrail.model.s3.WebsiteConfiguration;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;

/**
 * PutBucketWebsite, GetBucketWebsite, DeleteBucketWebsite. The configuration is kept; there is no website endpoint that would follow it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html">PutBucketWebsite</a>
 */
final class BucketWebsite {
    private final BucketFinder finder;
    private final Buckets buckets;

    BucketWebsite(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    Unit put(PutBucketWebsiteRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        WebsiteConfiguration configuration = input.websiteConfiguration();
        check(configuration);
        bucket.settings().setDocument(Document.WEBSITE, configuration);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    private static void check(WebsiteConfiguration configuration) {
        if (configuration.redirectAllRequestsTo() != null) {
            if (configuration.indexDocument() != null
                    || configuration.errorDocument() != null
                    || configuration.routingRules() != null) {
                throw S3Errors.invalidRequest(
                        "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
            }
            return;
        }
        if (configuration.indexDocument() == null) {
            throw S3Errors.invalidArgument(
                    "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
                    "IndexDocument",
                    "null");
        }
        String suffix = configuration.indexDocument().suffix();
        if (suffix.isEmpty() || suffix.indexOf('/') >= 0) {
            throw S3Errors.invalidArgument("The IndexDocument Suffix is not well formed", "IndexDocument", suffix);
        }
        if (configuration.routingRules() != null && configuration.routingRules().size() > S3Limits.ROUTING_RULES) {
            throw S3Errors.malformedXml();
        }
    }

    GetBucketWebsiteOutput get(GetBucketWebsiteRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        if (!(bucket.settings().document(Document.WEBSITE) instanceof WebsiteConfiguration configuration)) {
            throw S3Errors.notConfigured(
                    "NoSuchWebsiteConfiguration",
                    "The specified bucket does not have a website configuration",
                    bucket.name());
        }
        return GetBucketWebsiteOutput.builder()
                .redirectAllRequestsTo(configuration.redirectAllRequestsTo())
                .indexDocument(configuration.indexDocument())
                .errorDocument(configuration.errorDocument())
                .routingRules(configuration.routingRules())
                .build();
    }

    Unit delete(DeleteBucketWebsiteRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.WEBSITE, null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }
}
