package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.Deadline;
import io.vaportrail.conformance.fixture.MailCatcher;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.service.EmulatorSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** E-mail is kept, and handed to an SMTP server where there is one. */
class EmailTest {
    private static final String OPEN = "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}}";

    private final MailCatcher catcher = new MailCatcher();
    private final TestEmulator emulator =
            TestEmulator.start(EmulatorSettings.DEFAULT.withSmtpServer(catcher.address()), 0);
    private final SnsClient sns = emulator.clients().sns("app");
    private final SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
    private final Wire wire = new Wire(emulator.endpoint());

    @AfterEach
    void stop() {
        emulator.close();
        catcher.close();
    }

    private String confirmed(String topic, String protocol, Map<String, String> attributes) throws Exception {
        String arn = sns.subscribe(r -> r.topicArn(topic)
                        .protocol(protocol)
                        .endpoint("bob@example.com")
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        JsonNode token = new ObjectMapper()
                .readTree(wire.get("/_aws/sns/subscription-tokens/" + arn).body());
        assertThat(token.get("subscription_arn").asText()).isEqualTo(arn);
        sns.confirmSubscription(
                r -> r.topicArn(topic).token(token.get("subscription_token").asText()));
        return arn;
    }

    private static String text(String mail) {
        return new String(
                Base64.getMimeDecoder().decode(mail.substring(mail.indexOf("\n\n") + 2)), StandardCharsets.UTF_8);
    }

    @Test
    void mailIsHandedOn() throws Exception {
        String topic = sns.createTopic(r -> r.name("orders").attributes(Map.of("DisplayName", "Orders")))
                .topicArn();
        String arn = confirmed(topic, "email", Map.of());

        assertThat(catcher.await(0))
                .contains("From: Orders <no-reply@sns.amazonaws.com>\nTo: <bob@example.com>\n"
                        + "Subject: AWS Notification - Subscription Confirmation\n");
        assertThat(text(catcher.await(0))).contains("Action=ConfirmSubscription");

        sns.publish(r -> r.topicArn(topic).message("\u00e4\n.\nend").subject("Plain news"));
        assertThat(catcher.await(1)).contains("Subject: Plain news\n");
        assertThat(text(catcher.await(1))).startsWith("\u00e4\n.\nend\n").contains("SubscriptionArn=" + arn);

        sns.publish(r -> r.topicArn(topic).message("m"));
        assertThat(catcher.await(2)).contains("Subject: AWS Notification Message\n");
        assertThat(wire.get("/_vaportrail/sns/messages?kind=email&endpoint=bob@example.com")
                        .body())
                .contains("\"Plain news\"");
    }

    @Test
    void jsonIsMailedAsItIs() throws Exception {
        String topic = sns.createTopic(r -> r.name("orders")).topicArn();
        confirmed(topic, "email-json", Map.of());
        catcher.await(0);

        sns.publish(r -> r.topicArn(topic).message("m"));

        assertThat(new ObjectMapper()
                        .readTree(text(catcher.await(1)))
                        .get("Message")
                        .asText())
                .isEqualTo("m");
    }

    @Test
    void whatTheServerRefusesGoesToTheDeadLetterQueue() throws Exception {
        String topic = sns.createTopic(r -> r.name("orders")).topicArn();
        String dead = sqs.createQueue(r -> r.queueName("dead").attributes(Map.of(QueueAttributeName.POLICY, OPEN)))
                .queueUrl();
        confirmed(
                topic,
                "email",
                Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\"}"));
        catcher.await(0);
        catcher.refuse();

        sns.publish(r -> r.topicArn(topic).message("m"));

        Deadline deadline = Deadline.soon();
        while (sqs.receiveMessage(r -> r.queueUrl(dead)).messages().isEmpty()) {
            deadline.check("no message in the dead-letter queue");
        }
    }
}
