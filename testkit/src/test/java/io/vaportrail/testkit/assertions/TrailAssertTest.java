package io.vaportrail.testkit.assertions;

import static io.vaportrail.testkit.assertions.TrailAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.testkit.Vaportrail;
import io.vaportrail.testkit.VaportrailException;
import io.vaportrail.testkit.junit.As;
import io.vaportrail.testkit.junit.VaportrailTest;
import io.vaportrail.testkit.trail.Trail;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

@VaportrailTest
class TrailAssertTest {
    private final Vaportrail vaportrail;
    private final Trail trail;
    private String queueUrl = "";

    TrailAssertTest(Vaportrail vaportrail, Trail trail) {
        this.vaportrail = vaportrail;
        this.trail = trail;
    }

    @BeforeEach
    void workload(@As("sarah") SqsClient sarah, @As("AppRole") SqsClient app, @As("orders-app") SqsClient orders) {
        queueUrl = sarah.createQueue(r -> r.queueName("OrderQueue")).queueUrl();
        for (int i = 0; i < 3; i++) {
            app.sendMessage(r -> r.queueUrl(queueUrl).messageBody("order"));
        }
        orders.receiveMessage(r -> r.queueUrl(queueUrl));
    }

    @Test
    void countsCalls() {
        assertThat(trail)
                .call("sqs:SendMessage")
                .on("OrderQueue")
                .by("AppRole")
                .succeeding()
                .happened(3);
        assertThat(trail).call("SendMessage").on(queueUrl).happenedAtLeast(3);
        assertThat(trail).callsBy("sarah").happenedOnce();
        assertThat(trail).call("sqs:DeleteQueue").neverHappened();
        assertThat(trail)
                .call("sqs:CreateQueue")
                .with("requestParameters.queueName", "OrderQueue")
                .happenedOnce();
    }

    @Test
    void tellsWhoCalled() {
        assertThat(trail).call("sqs:ReceiveMessage").on("OrderQueue").happenedOnlyBy("orders-app");
        assertThat(trail)
                .call("sqs:ReceiveMessage")
                .happenedOnlyBy("arn:aws:iam::" + vaportrail.accountId() + ":user/orders-app");
        assertThat(trail).hasOnlyCallsBy("sarah", "AppRole", "orders-app");
    }

    @Test
    void boundsWhatWasCalled() {
        assertThat(trail)
                .hasOnlyCalls("sqs:CreateQueue", "sqs:SendMessage", "ReceiveMessage")
                .hasNoDenials()
                .hasNoErrors()
                .hasCallsInOrder("sqs:CreateQueue", "sqs:SendMessage", "sqs:ReceiveMessage");
    }

    @Test
    void seesFailures(@As("mike") SqsClient mike) {
        Trail later = trail.fromNow();
        assertThat(later).isEmpty();

        assertThatThrownBy(() -> mike.getQueueUrl(r -> r.queueName("none")))
                .isInstanceOf(QueueDoesNotExistException.class);

        assertThat(later).callsBy("mike").failingWith("QueueDoesNotExist").happenedOnce();
        assertFails(
                () -> assertThat(later).hasNoErrors(),
                "Expecting no failed calls, but there were 1:",
                "mike       sqs:GetQueueUrl  queueName=none  QueueDoesNotExist");
        assertThat(later.count()).isEqualTo(1);
    }

    @Test
    void showsTheRecordsThatMatter() {
        assertFails(
                () -> assertThat(trail)
                        .as("the checkout")
                        .call("sqs:SendMessage")
                        .on("OrderQueue")
                        .by("AppRole")
                        .happened(2),
                "[the checkout]",
                "Expecting exactly 2 calls of sqs:SendMessage on OrderQueue by AppRole, but there were 3:",
                "AppRole    sqs:SendMessage  arn:aws:sqs:us-east-1:" + vaportrail.accountId() + ":OrderQueue  -");
        assertFails(
                () -> assertThat(trail).call("sqs:DeleteMessage").happenedAtLeast(1),
                "Expecting at least 1 calls of sqs:DeleteMessage, but there were 0:",
                "(no records)",
                "The trail has:",
                "sqs:ReceiveMessage");
        assertFails(
                () -> assertThat(trail).call("sqs:ReceiveMessage").happenedOnlyBy("AppRole"),
                "Expecting some, by AppRole alone, calls of sqs:ReceiveMessage",
                "orders-app");
        assertFails(
                () -> assertThat(trail).hasOnlyCalls("sqs:SendMessage"),
                "Expecting no calls other than sqs:SendMessage, but there were 2:",
                "sqs:CreateQueue");
        assertFails(
                () -> assertThat(trail).hasCallsInOrder("sqs:SendMessage", "sqs:CreateQueue"),
                "but sqs:CreateQueue is not where it should be");
        assertFails(() -> assertThat(trail).call("sqs:SendMessage").neverHappened(), "Expecting no calls of");
        assertFails(() -> assertThat(trail).hasOnlyCallsBy("sarah"), "calls by others than sarah, but there were 4");
    }

    @Test
    void writesLeastPrivilege(@TempDir Path directory) throws Exception {
        Path file = trail.writePolicyOf("AppRole", directory.resolve("policy.json"));

        assertThat(Files.readString(file))
                .contains("\"sqs:SendMessage\"", ":OrderQueue\"")
                .doesNotContain("Receive");
        assertThat(trail.summary()).contains("sqs:CreateQueue");
        assertThatThrownBy(() -> trail.policyOf("nobody"))
                .isInstanceOf(VaportrailException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void refusesWhatMakesNoSense() {
        Trail malformed = trail.where("username = 'sarah'");

        assertThatThrownBy(malformed::records)
                .isInstanceOf(VaportrailException.class)
                .hasMessageContaining("where, character 1: username (expected: ");
    }

    private static void assertFails(ThrowingCallable assertion, String... words) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
    }
}
