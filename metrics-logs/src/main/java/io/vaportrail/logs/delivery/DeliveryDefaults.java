package io.vaportrail.logs.delivery;

import io.vaportrail.logs.store.VendedFields;
import io.vaportrail.model.logs.DeliveryDestinationType;
import io.vaportrail.model.logs.DeliverySource;
import io.vaportrail.model.logs.S3DeliveryConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is that does not say: of access logs of CloudFront. The defaults of other services are not known here, and their
 * deliveries show what they were given.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">Standard logging</a>
 */
final class DeliveryDefaults {
    private static final S3DeliveryConfiguration CLOUDFRONT_PATH = S3DeliveryConfiguration.builder()
            .suffixPath("AWSLogs/{account-id}/CloudFront/")
            .enableHiveCompatiblePath(false)
            .build();

    private DeliveryDefaults() {}

    private static boolean isAccessLog(DeliverySource source) {
        return "cloudfront".equals(source.service()) && "ACCESS_LOGS".equals(source.logType());
    }

    static @Nullable List<String> recordFields(DeliverySource source) {
        return isAccessLog(source) ? VendedFields.CLOUDFRONT : null;
    }

    static @Nullable S3DeliveryConfiguration s3(DeliverySource source, @Nullable String type) {
        return isAccessLog(source) && DeliveryDestinationType.S3.equals(type) ? CLOUDFRONT_PATH : null;
    }
}
