package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.Resource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The story that the product exists for: Sarah creates a queue, an application works on it, Mike deletes it, and the trail answers
 * who deleted it, when and from where.
 */
@EmulatorTest
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
class StoryTest {
    @ParameterizedTest
    @EnumSource
    void tellsWhoDeletedTheQueueWhenAndFromWhere(Protocol protocol, TestEmulator emulator) {
        Instant created = work(protocol, emulator);

        CloudTrailClient trail = emulator.clients().cloudTrail("auditor");
        List<Event> deletions = trail.lookupEvents(r -> r.lookupAttributes(
                        a -> a.attributeKey(LookupAttributeKey.EVENT_NAME).attributeValue("DeleteQueue")))
                .events();

        assertThat(deletions).hasSize(1);
        Event deletion = deletions.get(0);
        assertThat(deletion.username()).isEqualTo("mike");
        assertThat(deletion.eventTime()).isEqualTo(created.plusSeconds(3_600));
        assertThat(deletion.eventSource()).isEqualTo("sqs.amazonaws.com");
        assertThat(deletion.accessKeyId()).isEqualTo("mike");
        assertThat(deletion.readOnly()).isEqualTo("false");
        JsonNode event = Trail.parse(deletion.cloudTrailEvent());
        assertThat(event.get("sourceIPAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(event.get("userAgent").asText()).containsIgnoringCase("aws-sdk-java");
        assertThat(event.at("/userIdentity/arn").asText()).isEqualTo("arn:aws:iam::000000000000:user/mike");
        assertThat(event.at("/requestParameters/queueUrl").asText()).endsWith("/000000000000/OrderQueue");
        assertThat(event.get("eventID").asText()).isEqualTo(deletion.eventId());
    }

    @ParameterizedTest
    @EnumSource
    void keepsHistoryToManagementAndTheTrailToEverything(Protocol protocol, TestEmulator emulator) {
        work(protocol, emulator);

        List<Event> history =
                emulator.clients().cloudTrail("auditor").lookupEvents(r -> {}).events();
        assertThat(history).extracting(Event::eventName).containsExactly("DeleteQueue", "CreateQueue");
        assertThat(history.get(1).username()).isEqualTo("sarah");
        assertThat(history.get(1).resources())
                .extracting(Resource::resourceName)
                .anySatisfy(name -> assertThat(name).contains("OrderQueue"));

        List<JsonNode> records = new Trail(emulator).records("eventSource=sqs");
        assertThat(Trail.names(records))
                .containsExactly("DeleteQueue", "DeleteMessage", "ReceiveMessage", "SendMessage", "CreateQueue");
        assertThat(records)
                .extracting(r -> r.at("/userIdentity/userName").asText())
                .containsExactly("mike", "app", "app", "app", "sarah");
        assertThat(records)
                .extracting(r -> r.get("eventCategory").asText())
                .containsExactly("Management", "Data", "Data", "Data", "Management");
    }

    @ParameterizedTest
    @EnumSource
    void hidesWhatTheMessageSays(Protocol protocol, TestEmulator emulator) {
        work(protocol, emulator);

        List<JsonNode> records = new Trail(emulator).records("limit=1000");

        assertThat(records.toString()).doesNotContain("two espressi");
        assertThat(new Trail(emulator)
                        .record("eventName=SendMessage")
                        .at("/requestParameters/messageBody")
                        .asText())
                .isEqualTo("HIDDEN_DUE_TO_SECURITY_REASONS");
    }

    /** Returns when the queue was created. */
    private static Instant work(Protocol protocol, TestEmulator emulator) {
        Instant created = emulator.now().truncatedTo(ChronoUnit.SECONDS);
        String url = emulator.clients()
                .sqs(protocol, "sarah")
                .createQueue(r -> r.queueName("OrderQueue"))
                .queueUrl();
        SqsClient app = emulator.clients().sqs(protocol, "app");
        app.sendMessage(r -> r.queueUrl(url).messageBody("two espressi"));
        Message message = app.receiveMessage(r -> r.queueUrl(url)).messages().get(0);
        app.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
        emulator.advanceSeconds(3_600);
        emulator.clients().sqs(protocol, "mike").deleteQueue(r -> r.queueUrl(url));
        return created;
    }
}
