package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Buckets;

/** Configurations that are checked, kept and given back, and that change nothing else: what they ask for lies outside the API. */
public final class StoredConfigurations {
    private final BucketCors cors;
    private final BucketWebsite website;
    private final BucketLogging logging;
    private final BucketTransfer transfer;

    /** The operations. */
    public StoredConfigurations(BucketFinder finder, Buckets buckets) {
        this.cors = new BucketCors(finder, buckets);
        this.website = new BucketWebsite(finder, buckets);
        this.logging = new BucketLogging(finder, buckets);
        this.transfer = new BucketTransfer(finder, buckets);
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .inline(S3Service.PUT_BUCKET_CORS, cors::put)
                .inline(S3Service.GET_BUCKET_CORS, cors::get)
                .inline(S3Service.DELETE_BUCKET_CORS, cors::delete)
                .inline(S3Service.PUT_BUCKET_WEBSITE, website::put)
                .inline(S3Service.GET_BUCKET_WEBSITE, website::get)
                .inline(S3Service.DELETE_BUCKET_WEBSITE, website::delete)
                .inline(S3Service.PUT_BUCKET_LOGGING, logging::put)
                .inline(S3Service.GET_BUCKET_LOGGING, logging::get)
                .inline(S3Service.PUT_BUCKET_ACCELERATE_CONFIGURATION, transfer::putAcceleration)
                .inline(S3Service.GET_BUCKET_ACCELERATE_CONFIGURATION, transfer::getAcceleration)
                .inline(S3Service.PUT_BUCKET_REQUEST_PAYMENT, transfer::putPayment)
                .inline(S3Service.GET_BUCKET_REQUEST_PAYMENT, transfer::getPayment);
    }
}
