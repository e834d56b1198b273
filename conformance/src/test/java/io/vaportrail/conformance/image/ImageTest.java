package io.vaportrail.conformance.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The story of the deleted queue against a container. Runs where an image has been built: see {@code docker/build}. */
@EnabledIfEnvironmentVariable(
        named = Container.IMAGE,
        matches = ".+",
        disabledReason = "no image was built (VAPORTRAIL_IMAGE is not set)")
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
class ImageTest {
    private static Container container;

    @BeforeAll
    static void start() throws Exception {
        container = Container.start();
    }

    @AfterAll
    static void remove() throws Exception {
        container.close();
    }

    @Test
    void tellsWhoDeletedTheQueueAndEndsCleanly() throws Exception {
        try (Clients clients = new Clients(container.endpoint())) {
            String url = clients.sqs(Protocol.AWS_JSON, "sarah")
                    .createQueue(r -> r.queueName("OrderQueue"))
                    .queueUrl();
            SqsClient app = clients.sqs(Protocol.AWS_QUERY, "orders-app");
            app.sendMessage(r -> r.queueUrl(url).messageBody("{\"order\": 42}"));
            assertThat(app.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
            clients.sqs(Protocol.AWS_JSON, "mike").deleteQueue(r -> r.queueUrl(url));

            assertThat(clients.cloudTrail("auditor")
                            .lookupEvents(r -> r.lookupAttributes(a -> a.attributeKey(LookupAttributeKey.EVENT_NAME)
                                    .attributeValue("DeleteQueue")))
                            .events())
                    .extracting(Event::username)
                    .containsExactly("mike");
        }
        assertThat(container.healthStatus()).isZero();
        assertThat(container.log()).startsWith("Ready http://0.0.0.0:4566 ");
        assertThat(container.stop()).isZero();
    }
}
