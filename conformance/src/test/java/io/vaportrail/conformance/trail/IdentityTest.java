package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Who calls, by the access key alone. */
@ParameterizedClass(name = "{0}")
@EnumSource(Protocol.class)
@EmulatorTest
class IdentityTest {
    @Parameter
    private Protocol protocol = Protocol.AWS_JSON;

    private TestEmulator emulator;
    private Trail trail;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        trail = new Trail(emulator);
    }

    @ParameterizedTest
    @CsvSource({
        "sarah, IAMUser, arn:aws:iam::000000000000:user/sarah",
        "sarah@123412341234, IAMUser, arn:aws:iam::123412341234:user/sarah",
        "sarah@example.com, IAMUser, arn:aws:iam::000000000000:user/sarah@example.com",
        "AKIAIOSFODNN7EXAMPLE, IAMUser, arn:aws:iam::000000000000:user/AKIAIOSFODNN7EXAMPLE",
        "123412341234, Root, arn:aws:iam::123412341234:root",
        "test, Root, arn:aws:iam::000000000000:root"
    })
    void namesTheCaller(String key, String type, String arn) {
        emulator.clients().sqs(protocol, key).createQueue(r -> r.queueName("orders"));

        JsonNode identity = trail.record("eventName=CreateQueue").get("userIdentity");

        assertThat(identity.get("type").asText()).isEqualTo(type);
        assertThat(identity.get("arn").asText()).isEqualTo(arn);
        assertThat(identity.get("accessKeyId").asText()).isEqualTo(key);
    }

    @Test
    void keepsThePrincipalOfAName() {
        SqsClient sarah = emulator.clients().sqs(protocol, "sarah");
        sarah.createQueue(r -> r.queueName("orders"));
        sarah.createQueue(r -> r.queueName("invoices"));
        emulator.clients().sqs(protocol, "mike").createQueue(r -> r.queueName("parcels"));

        assertThat(trail.records("username=sarah"))
                .extracting(r -> r.at("/userIdentity/principalId").asText())
                .hasSize(2)
                .containsOnly(trail.record("eventName=CreateQueue&username=sarah&limit=1")
                        .at("/userIdentity/principalId")
                        .asText())
                .doesNotContain(trail.record("username=mike")
                        .at("/userIdentity/principalId")
                        .asText());
    }

    @Test
    void refusesATemporaryKeyThatNobodyIssued() {
        SqsClient stranger = emulator.clients().sqs(protocol, "ASIAIOSFODNN7EXAMPLE");

        AwsError error = AwsError.of(stranger::listQueues);

        assertThat(error)
                .isEqualTo(new AwsError(
                        "InvalidClientTokenId", 403, "The security token included in the request is invalid."));
    }

    @Test
    void takesAnUnsignedCallForTheRoot() {
        new Wire(emulator.endpoint()).get("/?Action=CreateQueue&QueueName=by-curl");

        JsonNode identity = trail.record("eventName=CreateQueue").get("userIdentity");
        assertThat(identity.get("type").asText()).isEqualTo("Root");
        assertThat(identity.get("accountId").asText()).isEqualTo("000000000000");
        assertThat(identity.has("accessKeyId")).isFalse();
    }
}
