package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.Unit;

/**
 * What a bucket answers of configurations that nobody can set here, since the emulator does not do what they ask for: that there is
 * none. Tools ask for all of them; setting one is NotImplemented.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">List of error codes</a>
 */
public final class UnsetConfigurations {
    private final BucketFinder finder;

    /** The operations. */
    public UnsetConfigurations(BucketFinder finder) {
        this.finder = finder;
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .inline(
                        S3Service.GET_BUCKET_REPLICATION,
                        none("ReplicationConfigurationNotFoundError", "The replication configuration was not found"))
                .inline(
                        S3Service.GET_OBJECT_LOCK_CONFIGURATION,
                        none(
                                "ObjectLockConfigurationNotFoundError",
                                "Object Lock configuration does not exist for this bucket"))
                .inline(S3Service.DELETE_BUCKET_REPLICATION, empty(Unit.INSTANCE));
    }

    private <I extends Struct, O extends Struct> Handler<I, O> none(String code, String message) {
        return (input, call) -> {
            throw S3Errors.notConfigured(code, message, find(input, call).name());
        };
    }

    private <I extends Struct, O extends Struct> Handler<I, O> empty(O output) {
        return (input, call) -> {
            find(input, call);
            return output;
        };
    }

    private Bucket find(Struct input, Call call) {
        String name = String.valueOf(Members.text(input, "Bucket"));
        return finder.find(name, Members.text(input, "ExpectedBucketOwner"), call);
    }
}
