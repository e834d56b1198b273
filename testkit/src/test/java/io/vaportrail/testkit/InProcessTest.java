package io.vaportrail.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.testkit.assertions.TrailAssertions;
import io.vaportrail.testkit.junit.As;
import io.vaportrail.testkit.junit.VaportrailTest;
import io.vaportrail.testkit.trail.Trail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

@VaportrailTest(ownEmulator = true)
class InProcessTest {
    @Test
    void timeIsTheTests(SqsClient sqs, VaportrailClock clock) {
        Instant before = clock.freeze().now();
        String url = sqs.createQueue(r -> r.queueName("q")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(600));

        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).isEmpty();
        Instant after = clock.advance(Duration.ofMinutes(10));

        assertThat(after).isEqualTo(before.plusSeconds(600));
        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(VaportrailException.class);
        assertThat(clock.unfreeze().now()).isAfterOrEqualTo(after);
    }

    @Test
    void s3NeedsNoSettings(S3Client s3) {
        s3.createBucket(r -> r.bucket("orders"));
        s3.putObject(r -> r.bucket("orders").key("a/b"), RequestBody.fromString("content"));

        assertThat(s3.getObjectAsBytes(r -> r.bucket("orders").key("a/b")).asUtf8String())
                .isEqualTo("content");
    }

    @Test
    void accountsAreApart(Vaportrail vaportrail) {
        try (Vaportrail other = vaportrail.inAccount("111122223333")) {
            vaportrail.client(SqsClient.class).createQueue(r -> r.queueName("here"));
            SqsClient there = other.client(SqsClient.class, "sarah");
            there.createQueue(r -> r.queueName("there"));

            assertThat(there.listQueues().queueUrls())
                    .singleElement()
                    .asString()
                    .endsWith("/111122223333/there");
            assertThat(other.trail().records()).hasSize(2);
            other.reset();
            assertThat(there.listQueues().queueUrls()).isEmpty();
            assertThat(vaportrail.client(SqsClient.class).listQueues().queueUrls())
                    .hasSize(1);
        }
        assertThatThrownBy(() -> vaportrail.inAccount("1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("account: 1 (expected: 12 digits)");
    }

    @Test
    void saysHowToReachIt(Vaportrail vaportrail) {
        assertThat(vaportrail.environment("orders-app"))
                .containsEntry("AWS_ENDPOINT_URL", vaportrail.endpoint().toString())
                .containsEntry("AWS_ACCESS_KEY_ID", "orders-app@000000000000")
                .containsEntry("AWS_REGION", "us-east-1");
        assertThatThrownBy(() -> vaportrail.accessKeyId("no/slash"))
                .hasMessageStartingWith("name: no/slash (expected: ");
        assertThatThrownBy(() -> vaportrail.client(String.class)).hasMessageStartingWith("client: java.lang.String (");
        assertThatThrownBy(() -> vaportrail.client(Runnable.class))
                .hasMessageStartingWith("client: java.lang.Runnable (");
    }

    @Test
    void clientsMayBeMadeByHand(
            Vaportrail vaportrail, @As("sarah") AwsCredentialsProvider credentials, Region region, Trail trail) {
        try (SqsClient one = SqsClient.builder()
                        .endpointOverride(vaportrail.endpoint())
                        .region(region)
                        .credentialsProvider(credentials)
                        .build();
                SqsClient other =
                        vaportrail.configure(SqsClient.builder(), "mike").build();
                S3Client s3 = vaportrail.configure(S3Client.builder(), "mike").build()) {
            one.createQueue(r -> r.queueName("q"));
            other.getQueueUrl(r -> r.queueName("q"));
            s3.createBucket(r -> r.bucket("orders"));
            s3.listObjectsV2(r -> r.bucket("orders"));
        }

        TrailAssertions.assertThat(trail).callsBy("sarah").happenedOnce();
        TrailAssertions.assertThat(trail).callsBy("mike").happened(3);
        assertThatThrownBy(() -> vaportrail.configure("no builder", "mike"))
                .hasMessageStartingWith("builder: java.lang.String (");
    }

    @Test
    void aSeedMakesRunsAlike() {
        assertThat(firstMessageId()).isEqualTo(firstMessageId());
    }

    private static String firstMessageId() {
        try (Vaportrail vaportrail = Vaportrail.builder().seed(42).start()) {
            SqsClient sqs = vaportrail.client(SqsClient.class);
            String url = sqs.createQueue(r -> r.queueName("q")).queueUrl();
            return sqs.sendMessage(r -> r.queueUrl(url).messageBody("m")).messageId();
        }
    }

    @Test
    void aTakenPortIsSaid(Vaportrail vaportrail) {
        int taken = vaportrail.endpoint().getPort();

        assertThatThrownBy(() -> Vaportrail.builder().port(taken).start())
                .hasMessageStartingWith("start on port " + taken + ": ");
        assertThatThrownBy(() -> Vaportrail.builder().port(70_000)).hasMessage("port: 70000 (expected: 0 to 65535)");
    }

    @Test
    void comesUpSeeded(@TempDir Path directory) throws IOException {
        Path good = Files.writeString(directory.resolve("seed.json"), SEED);
        try (Vaportrail vaportrail = Vaportrail.builder().seedFile(good).start()) {
            assertThat(vaportrail.client(SqsClient.class).listQueues().queueUrls())
                    .singleElement()
                    .asString()
                    .endsWith("/000000000000/orders");
            TrailAssertions.assertThat(vaportrail.trail())
                    .callsBy("sarah")
                    .call("sqs:CreateQueue")
                    .happenedOnce();
        }

        Path bad = Files.writeString(directory.resolve("bad.json"), SEED.replace("orders", "no such name"));
        assertThatThrownBy(() -> Vaportrail.builder().seedFile(bad).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bad.json, line 2: sqs CreateQueue as sarah: ");
    }

    private static final String SEED = """
            {"calls": [
              {"service": "sqs", "operation": "CreateQueue", "parameters": {"QueueName": "orders"}, "caller": "sarah"}
            ]}
            """;

    @Test
    void nobodyThereIsSaid() {
        Vaportrail nobody = Vaportrail.at(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(nobody::reset)
                .isInstanceOf(VaportrailException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void strictRulesHoldOnRequest(@As("sarah") SqsClient lenient) {
        lenient.createQueue(r -> r.queueName("q"));
        String url = lenient.getQueueUrl(r -> r.queueName("q")).queueUrl();
        lenient.deleteQueue(r -> r.queueUrl(url));
        assertThat(lenient.createQueue(r -> r.queueName("q")).queueUrl()).isEqualTo(url);

        try (Vaportrail strict = Vaportrail.builder().strict().start()) {
            SqsClient sqs = strict.client(SqsClient.class);
            String strictUrl = sqs.createQueue(r -> r.queueName("q")).queueUrl();
            sqs.deleteQueue(r -> r.queueUrl(strictUrl));
            assertThatThrownBy(() -> sqs.createQueue(r -> r.queueName("q"))).hasMessageContaining("60 seconds");
        }
    }
}
