package com.example.orders;

import static io.vaportrail.testkit.assertions.TrailAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vaportrail.testkit.junit.As;
import io.vaportrail.testkit.junit.VaportrailTest;
import io.vaportrail.testkit.trail.Trail;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

@VaportrailTest
class OrderDeskTest {
    @Test
    void worksOffWhatWasOrdered(@As("admin") SqsClient admin, @As("orders-app") SqsClient app, Trail trail, @TempDir Path directory) {
        admin.createQueue(r -> r.queueName("OrderQueue"));
        OrderDesk desk = new OrderDesk(app, "OrderQueue");

        desk.order("tea");
        desk.order("cake");
        String first = desk.work();

        assertEquals("tea", first);
        assertThat(trail).call("sqs:SendMessage").on("OrderQueue").by("orders-app").happened(2);
        assertThat(trail).call("sqs:DeleteMessage").happenedOnlyBy("orders-app");
        assertThat(trail)
                .hasOnlyCalls("sqs:CreateQueue", "sqs:GetQueueUrl", "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage")
                .hasNoErrors();
        trail.writePolicyOf("orders-app", directory.resolve("orders-app-policy.json"));
    }
}
