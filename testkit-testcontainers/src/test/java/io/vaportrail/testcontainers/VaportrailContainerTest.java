package io.vaportrail.testcontainers;

import static io.vaportrail.testkit.assertions.TrailAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.testkit.PolicyMode;
import io.vaportrail.testkit.Vaportrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Against the image that the environment names; a Docker API must be there, Docker's or podman's. */
@EnabledIfEnvironmentVariable(
        named = "VAPORTRAIL_IMAGE",
        matches = ".+",
        disabledReason = "no container image was built")
@EnabledIfEnvironmentVariable(
        named = "DOCKER_HOST",
        matches = ".+",
        disabledReason = "no Docker API is said to be there")
class VaportrailContainerTest {
    private static final String IMAGE = Objects.requireNonNullElse(System.getenv("VAPORTRAIL_IMAGE"), "");

    @Test
    void comesUpWithItsQueues(@TempDir Path directory) throws IOException {
        Path seed = Files.writeString(directory.resolve("seed.json"), """
                {"calls": [
                  {"service": "sqs", "operation": "CreateQueue", "parameters": {"QueueName": "OrderQueue"}, "caller": "sarah"}
                ]}
                """);
        try (VaportrailContainer container =
                new VaportrailContainer(IMAGE).withSeedFile(seed).withPolicies(PolicyMode.AUDIT)) {
            container.start();
            try (Vaportrail vaportrail = container.vaportrail()) {
                SqsClient sqs = vaportrail.client(SqsClient.class, "orders-app");
                String url = sqs.getQueueUrl(r -> r.queueName("OrderQueue")).queueUrl();
                sqs.sendMessage(r -> r.queueUrl(url).messageBody("tea").delaySeconds(60));
                vaportrail.clock().advance(Duration.ofMinutes(1));

                assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages())
                        .singleElement()
                        .satisfies(message -> assertThat(message.body()).isEqualTo("tea"));
                assertThat(vaportrail.trail())
                        .call("sqs:SendMessage")
                        .on("OrderQueue")
                        .by("orders-app")
                        .happenedOnce();
                assertThat(vaportrail.trail()).callsBy("sarah").happenedOnce();
            }
        }
    }
}
