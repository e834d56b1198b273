package io.vaportrail.conformance.iam.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.service.IamMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The examples of {@code docs/policies.md} do what the page says. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class PoliciesPageTest {
    private final TestEmulator emulator;
    private final Clients clients;
    private final String page;
    private SqsClient admin;
    private String orders;

    PoliciesPageTest(TestEmulator emulator) throws IOException {
        this.emulator = emulator;
        this.clients = emulator.clients();
        this.page = Files.readString(Path.of("..", "docs/policies.md"));
    }

    @BeforeEach
    void createQueue() {
        admin = clients.sqs(Protocol.AWS_JSON, "admin");
        orders = admin.createQueue(r -> r.queueName("orders")).queueUrl();
    }

    private String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void sarahSendsAndDoesNotReceive() {
        IamClient iam = clients.iam("admin");
        iam.createUser(r -> r.userName("sarah"));
        iam.putUserPolicy(r ->
                r.userName("sarah").policyName("send").policyDocument(find("--policy-document \\\\\n\\s*'(.*?)'")));
        SqsClient sarah = clients.sqs(
                Protocol.AWS_JSON,
                iam.createAccessKey(r -> r.userName("sarah")).accessKey().accessKeyId());

        sarah.sendMessage(r -> r.queueUrl(orders).messageBody("hello"));

        String message =
                AwsError.of(() -> sarah.receiveMessage(r -> r.queueUrl(orders))).message();
        assertThat(find("calling the ReceiveMessage operation: (.*?)\n```").replaceAll("\\s+", " "))
                .isEqualTo(message);
    }

    @Test
    void theTopicDeliversWhereThePolicySaysSo() {
        String policy = find("```json\n(.*?)```");
        String topic = clients.sns("admin").createTopic(r -> r.name("news")).topicArn();
        clients.sns("admin").subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(Household.QUEUE_ARN));
        clients.sns("admin").publish(r -> r.topicArn(topic).message("before"));
        emulator.advanceSeconds(0);

        admin.setQueueAttributes(r -> r.queueUrl(orders).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        clients.sns("admin").publish(r -> r.topicArn(topic).message("after"));
        emulator.advanceSeconds(0);

        assertThat(admin.receiveMessage(r -> r.queueUrl(orders).maxNumberOfMessages(10))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("after"));
    }
}
