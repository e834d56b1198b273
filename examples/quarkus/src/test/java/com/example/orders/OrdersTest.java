package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Needs Vaportrail on port 4566, or where QUARKUS_SQS_ENDPOINT_OVERRIDE says. */
@QuarkusTest
class OrdersTest {
    @Inject
    Orders orders;

    @Test
    void takesWhatIsOrdered() {
        orders.order("tea");

        assertEquals("tea", orders.next());
    }
}
