package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.AccelerateConfiguration;
import io.vaportrail.model.s3.GetBucketAccelerateConfigurationOutput;
import io.vaportrail.model.s3.GetBucketAccelerateConfigurationRequest;
import io.vaportrail.model.s3.GetBucketRequestPaymentOutput;
import io.vaportrail.model.s3.GetBucketRequestPaymentRequest;
import io.vaportrail.model.s3.PutBucketAccelerateConfigurationRequest;
import io.vaportrail.model.s3.PutBucketRequestPaymentRequest;
import io.vaportrail.model.s3.RequestPaymentConfiguration;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;

/**
 * How fast a bucket is reached and who pays, of which nothing follows where nobody waits or pays: PutBucketAccelerateConfiguration,
 * PutBucketRequestPayment, and the reads of both.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html">PutBucketAccelerateConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html">PutBucketRequestPayment</a>
 */
final class BucketTransfer {
    private final BucketFinder finder;
    private final Buckets buckets;

    BucketTransfer(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    Unit putAcceleration(PutBucketAccelerateConfigurationRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        if (bucket.name().indexOf('.') >= 0) {
            throw S3Errors.invalidRequest(
                    "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
        }
        if (input.accelerateConfiguration().status() == null) {
            throw S3Errors.malformedXml();
        }
        bucket.settings().setDocument(Document.ACCELERATION, input.accelerateConfiguration());
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    GetBucketAccelerateConfigurationOutput getAcceleration(GetBucketAccelerateConfigurationRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        String status = bucket.settings().document(Document.ACCELERATION) instanceof AccelerateConfiguration set
                ? set.status()
                : null;
        return GetBucketAccelerateConfigurationOutput.builder().status(status).build();
    }

    Unit putPayment(PutBucketRequestPaymentRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.REQUEST_PAYMENT, input.requestPaymentConfiguration());
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    GetBucketRequestPaymentOutput getPayment(GetBucketRequestPaymentRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        String payer = bucket.settings().document(Document.REQUEST_PAYMENT) instanceof RequestPaymentConfiguration set
                ? set.payer()
                : "BucketOwner";
        return GetBucketRequestPaymentOutput.builder().payer(payer).build();
    }
}
