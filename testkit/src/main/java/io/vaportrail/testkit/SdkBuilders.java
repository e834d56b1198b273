package io.vaportrail.testkit;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Points builders of the AWS SDK for Java 2 at an emulator. Loaded only by those who have the SDK. */
final class SdkBuilders {
    private SdkBuilders() {}

    /** Builds the client of a builder that the SDK made. */
    static AutoCloseable build(Object builder, URI endpoint, String accessKeyId) {
        return (AutoCloseable) configure(builder, endpoint, accessKeyId).build();
    }

    /** Says endpoint, region, credentials, and path style to builders of S3. */
    static AwsClientBuilder<?, ?> configure(Object builder, URI endpoint, String accessKeyId) {
        if (!(builder instanceof AwsClientBuilder<?, ?> aws)) {
            throw new IllegalArgumentException(
                    "builder: " + builder.getClass().getName() + " (expected: one of the AWS SDK for Java 2)");
        }
        aws.endpointOverride(endpoint);
        aws.region(Region.of(Vaportrail.REGION));
        aws.credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, Vaportrail.SECRET)));
        if (builder.getClass().getName().startsWith("software.amazon.awssdk.services.s3.")) {
            S3Builders.pathStyle(builder);
        }
        return aws;
    }
}
