package io.vaportrail.testkit.junit;

import io.vaportrail.testkit.Vaportrail;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What tests that make their own clients give them. Loaded only by those who have the SDK. */
final class SdkSettings {
    private SdkSettings() {}

    /** The credentials of somebody, or the region. */
    static Object of(Class<?> type, Vaportrail vaportrail, String name) {
        if (type == AwsCredentialsProvider.class) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(vaportrail.accessKeyId(name), Vaportrail.SECRET));
        }
        return Region.of(vaportrail.region());
    }
}
