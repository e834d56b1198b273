package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awspring.cloud.sqs.operations.SqsTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Needs Vaportrail on port 4566, or where SPRING_CLOUD_AWS_ENDPOINT says. */
@SpringBootTest
class OrdersTest {
    @Autowired
    private SqsTemplate sqs;

    @Autowired
    private Orders orders;

    @Test
    void takesWhatIsSent() throws InterruptedException {
        sqs.send("OrderQueue", "tea");

        assertEquals("tea", orders.next());
    }
}
