package io.vaportrail.conformance.sts;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.trail.Trail;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What the tests of STS have in common: an account with roles, and clients with temporary credentials. */
final class StsWorld {
    static final String ACCOUNT = "111122223333";
    static final String OTHER = "444455556666";
    static final String SARAH = "sarah@" + ACCOUNT;

    final TestEmulator emulator;
    final Trail trail;

    StsWorld(TestEmulator emulator) {
        this.emulator = emulator;
        this.trail = new Trail(emulator);
    }

    IamClient iam() {
        return emulator.clients().iam(ACCOUNT);
    }

    StsClient sarah() {
        return emulator.clients().sts(SARAH);
    }

    /** A role of the account that everybody in the given account may assume. */
    Role role(String name, String trustedAccount) {
        return role(name, "{\"AWS\":\"" + trustedAccount + "\"}", "\"sts:*\"");
    }

    Role role(String name, String principal, String actions) {
        String trust = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":" + actions + "}]}";
        return iam().createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust))
                .role();
    }

    static StaticCredentialsProvider provider(Credentials credentials) {
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    StsClient sts(Credentials credentials) {
        return emulator.clients().sts(provider(credentials));
    }

    SqsClient sqs(Credentials credentials) {
        return emulator.clients().sqs(provider(credentials));
    }

    /** The identity in the record of the one call to SQS that the credentials made. */
    JsonNode identityOf(Credentials credentials) {
        try (SqsClient sqs = sqs(credentials)) {
            sqs.createQueue(r -> r.queueName("orders"));
        }
        return trail.record("eventName=CreateQueue").get("userIdentity");
    }
}
