package com.example.orders;

import io.awspring.cloud.sqs.annotation.SqsListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Takes orders. */
@Component
public class Orders {
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

    @SqsListener("OrderQueue")
    void take(String order) {
        taken.add(order);
    }

    /** The next one, or null when none comes within half a minute. */
    String next() throws InterruptedException {
        return taken.poll(30, TimeUnit.SECONDS);
    }
}
