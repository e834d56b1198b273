package io.vaportrail.trail.store;

import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.trail.record.RecordRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a record costs. Prints nanoseconds and bytes; asserts only what does not depend on the machine: that the size of a message's
 * body plays no part.
 */
class AppendCostTest {
    private final TrailFixture trail = new TrailFixture();

    /** Measures at length; the test only has a look. */
    public static void main(String[] arguments) {
        for (int i = 0; i < 5; i++) {
            new AppendCostTest().measure(2_000_000);
        }
    }

    @Test
    @Timeout(60)
    void theSizeOfAMessagePlaysNoPart() {
        measure(50_000);
    }

    private void measure(int times) {
        long small = bytesPerRecord("m");
        long large = bytesPerRecord("m".repeat(1024 * 1024));
        assertThat(large).isEqualTo(small);
        print("%d bytes/record%n", small);
        for (String body : new String[] {"m", "m".repeat(1024 * 1024)}) {
            run(body, times);
            long start = System.nanoTime();
            run(body, times);
            print("%d ns/append, body of %d%n", (System.nanoTime() - start) / times, body.length());
        }
        RecordRenderer renderer = new RecordRenderer();
        trail.newestFirst(renderer::render);
        long start = System.nanoTime();
        int rendered = trail.newestFirst(renderer::render).size();
        print("%d ns/render%n", (System.nanoTime() - start) / rendered);
    }

    private static void print(String format, Object... values) {
        System.out.printf(format, values);
    }

    private long bytesPerRecord(String body) {
        TrailFixture fresh = new TrailFixture();
        record(fresh, body, 0);
        int first = end(fresh);
        for (int i = 1; i <= 100; i++) {
            record(fresh, body, i);
        }
        return (end(fresh) - first) / 100L;
    }

    private static int end(TrailFixture of) {
        Ring.Pin pin = of.store.rings().get(1).pinNewest();
        assertThat(pin).isNotNull();
        return pin.end();
    }

    private void run(String body, int times) {
        for (int i = 0; i < times; i++) {
            record(trail, body, i);
        }
    }

    /** Texts that differ from call to call are made anew, as a server does. */
    private static void record(TrailFixture into, String body, int i) {
        CallOrigin origin = CallOrigin.within(
                        new String("127.0.0.1"),
                        new String(
                                "aws-sdk-java/2.40.2 md/io#sync md/http#Apache ua/2.1 os/Linux#6.1 lang/java#17.0.12 m/D,N"),
                        "http://localhost:4566")
                .over(null, new String("localhost:4566"), null);
        Call call = TrailFixture.call(SqsService.SEND_MESSAGE, SARAH, new String("eu-west-1"), origin);
        call.audit().resource("AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:111122223333:OrderQueue");
        into.store.record(
                call,
                SendMessageRequest.builder()
                        .queueUrl("http://localhost:4566/000000000000/OrderQueue")
                        .messageBody(body)
                        .build(),
                SendMessageResult.builder()
                        .md5OfMessageBody("9a4e3f7a614d9dd9f8722092dbda17a2")
                        .messageId("93bb6e2d-1090-416c-81b0-" + (100_000_000_000L + i))
                        .build(),
                null);
    }
}
