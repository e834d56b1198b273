package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/** What the trail says of IAM's calls, and of the users that IAM has made. */
@EmulatorTest
class IamRecordsTest {
    private TestEmulator emulator;
    private Trail trail;
    private IamClient iam;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        trail = new Trail(started);
        iam = started.clients().iam("test");
    }

    @Test
    void namesTheUserOfAKey() {
        iam.createUser(r -> r.userName("nora").path("/ops/"));
        AccessKey key = iam.createAccessKey(r -> r.userName("nora")).accessKey();
        String id = iam.getUser(r -> r.userName("nora")).user().userId();

        emulator.clients().sqs(Protocol.AWS_JSON, key.accessKeyId()).createQueue(r -> r.queueName("q"));

        JsonNode identity = trail.record("eventName=CreateQueue").get("userIdentity");
        assertThat(identity.get("type").asText()).isEqualTo("IAMUser");
        assertThat(identity.get("principalId").asText()).isEqualTo(id);
        assertThat(identity.get("arn").asText()).isEqualTo("arn:aws:iam::000000000000:user/ops/nora");
        assertThat(identity.get("accessKeyId").asText()).isEqualTo(key.accessKeyId());
        assertThat(identity.get("userName").asText()).isEqualTo("nora");
    }

    @Test
    void recordsCallsWhereverSignedInTheOneRegionOfIam() {
        new Wire(emulator.endpoint())
                .get("/?Action=ListUsers&Version=2010-05-08&X-Amz-Credential=test/20300101/eu-west-1/iam/aws4_request");

        assertThat(trail.record("eventName=ListUsers").get("awsRegion").asText())
                .isEqualTo("us-east-1");
    }

    @Test
    void leavesSecretsOut() {
        iam.createUser(r -> r.userName("nora"));
        String secret = iam.createAccessKey(r -> r.userName("nora")).accessKey().secretAccessKey();
        iam.createLoginProfile(r -> r.userName("nora").password("Marked-Pass-1"));
        String servicePassword = iam.createServiceSpecificCredential(
                        r -> r.userName("nora").serviceName("codecommit.amazonaws.com"))
                .serviceSpecificCredential()
                .servicePassword();
        String seed = iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone"))
                .virtualMFADevice()
                .base32StringSeed()
                .asUtf8String();

        String all = trail.records("limit=100").toString();

        assertThat(all)
                .contains("CreateAccessKey", "CreateLoginProfile", "CreateVirtualMFADevice")
                .doesNotContain(secret, "Marked-Pass-1", servicePassword, seed);
    }
}
