package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Protocol;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Access keys, and that they say who calls. */
class AccessKeysTest extends IamTest {
    private static final AwsError REFUSED =
            new AwsError("InvalidClientTokenId", 403, "The security token included in the request is invalid.");

    @Test
    void identifiesTheUserAtOnce() {
        iam.createUser(r -> r.userName("nora"));
        AccessKey key = iam.createAccessKey(r -> r.userName("nora")).accessKey();

        assertThat(key.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(key.secretAccessKey()).hasSize(40);
        assertThat(emulator.clients().iam(key.accessKeyId()).getUser().user().userName())
                .isEqualTo("nora");
        iam.updateUser(r -> r.userName("nora").newUserName("norah"));
        assertThat(emulator.clients().iam(key.accessKeyId()).getUser().user().userName())
                .isEqualTo("norah");
    }

    @Test
    void worksInTheAccountOfTheUser() {
        emulator.clients().iam("555566667777").createUser(r -> r.userName("nora"));
        String key = emulator.clients()
                .iam("555566667777")
                .createAccessKey(r -> r.userName("nora"))
                .accessKey()
                .accessKeyId();

        String url = sqs(key).createQueue(r -> r.queueName("q")).queueUrl();

        assertThat(url).contains("/555566667777/");
    }

    @Test
    void refusesAnInactiveKeyAndADeletedOne() {
        iam.createUser(r -> r.userName("nora"));
        String key = iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();

        iam.updateAccessKey(r -> r.userName("nora").accessKeyId(key).status("Inactive"));
        assertThat(AwsError.of(() -> sqs(key).listQueues())).isEqualTo(REFUSED);

        iam.updateAccessKey(r -> r.userName("nora").accessKeyId(key).status("Active"));
        assertThat(sqs(key).listQueues().queueUrls()).isEmpty();

        iam.deleteAccessKey(r -> r.userName("nora").accessKeyId(key));
        assertThat(AwsError.of(() -> sqs(key).listQueues())).isEqualTo(REFUSED);
    }

    @Test
    void allowsTwoKeys() {
        iam.createUser(r -> r.userName("nora"));
        String first = iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();
        String second = iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();

        assertLimitExceeded(
                () -> iam.createAccessKey(r -> r.userName("nora")), "Cannot exceed quota for AccessKeysPerUser: 2");
        assertThat(iam.listAccessKeysPaginator(r -> r.userName("nora").maxItems(1))
                        .accessKeyMetadata())
                .extracting(AccessKeyMetadata::accessKeyId)
                .containsExactly(first, second);
    }

    @Test
    void tellsWhenAKeyWasLastUsed() {
        iam.createUser(r -> r.userName("nora"));
        String key = iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId();
        AccessKeyLastUsed unused =
                iam.getAccessKeyLastUsed(r -> r.accessKeyId(key)).accessKeyLastUsed();
        assertThat(unused.serviceName()).isEqualTo("N/A");
        assertThat(unused.region()).isEqualTo("N/A");
        assertThat(unused.lastUsedDate()).isNull();

        emulator.clients().sqs(Protocol.AWS_JSON, key, "eu-west-1").listQueues();

        AccessKeyLastUsed used =
                iam.getAccessKeyLastUsed(r -> r.accessKeyId(key)).accessKeyLastUsed();
        assertThat(used.serviceName()).isEqualTo("sqs");
        assertThat(used.region()).isEqualTo("eu-west-1");
        assertThat(used.lastUsedDate()).isNotNull();
    }

    @Test
    void saysThatAKeyDoesNotExist() {
        iam.createUser(r -> r.userName("nora"));

        assertNoSuchEntity(
                () -> iam.deleteAccessKey(r -> r.userName("nora").accessKeyId("AKIAIOSFODNN7EXAMPLE")),
                "The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.");
    }

    @Test
    void asksTheRootForAName() {
        assertInvalid(() -> iam.createAccessKey(), "Must specify userName when calling with non-User credentials");
    }

    private SqsClient sqs(String accessKey) {
        return emulator.clients().sqs(Protocol.AWS_JSON, accessKey);
    }
}
