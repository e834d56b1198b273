package io.vaportrail.trail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.PutEventSelectorsRequest;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.trail.store.TrailLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory under load: the rings, and for each trail no more than a batch, however much is called and whatever fails. */
class DeliveryBoundsTest {
    private static final int ROUNDS = 8;
    private static final int CALLS = 10_000;

    /** The rings are full after the first rounds; from then on there is a batch, compressed, and what a collection leaves. */
    private static final long SLACK_BYTES = 16L * 1024 * 1024;

    private final Aws aws = new Aws(new TrailLimits(TrailLimits.LEAST, TrailLimits.LEAST), true);

    @BeforeEach
    void selectEverything() {
        aws.startTrail("audit");
        aws.call(
                CloudTrailService.PUT_EVENT_SELECTORS,
                PutEventSelectorsRequest.builder()
                        .trailName("audit")
                        .advancedEventSelectors(List.of(
                                selector(equal("eventCategory", "Management")),
                                selector(equal("eventCategory", "Data"), equal("resources.type", "AWS::SQS::Queue"))))
                        .build());
    }

    @AfterEach
    void end() {
        aws.close();
    }

    @Test
    void staysWhereItIsWhileEverythingIsDelivered() {
        long warm = 0;
        long delivered = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            send(CALLS);
            aws.deliver();
            delivered +=
                    Records.names(aws).stream().filter("SendMessage"::equals).count();
            aws.s3.objects.clear();
            aws.s3.puts.clear();
            aws.events.entries.clear();
            if (round == 2) {
                warm = used();
            }
        }

        assertThat(used()).isLessThan(warm + SLACK_BYTES);
        assertThat(aws.trail.statistics().data().bytes()).isLessThanOrEqualTo(TrailLimits.LEAST);
        // Records that deliveries led to are missed among the others.
        assertThat(delivered + aws.trail.statistics().data().missed()).isGreaterThanOrEqualTo((long) ROUNDS * CALLS);
    }

    @Test
    void staysWhereItIsWhileNothingCanBeDelivered() {
        aws.s3.deny("PutObject");
        aws.events.closed = true;
        long warm = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            send(CALLS);
            aws.deliver();
            if (round == 2) {
                warm = used();
            }
        }

        assertThat(used()).isLessThan(warm + SLACK_BYTES);
        assertThat(aws.trail.statistics().data().bytes()).isLessThanOrEqualTo(TrailLimits.LEAST);
        assertThat(aws.status("audit").latestDeliveryError()).isEqualTo("AccessDenied");
    }

    private void send(int times) {
        SendMessageRequest message = SendMessageRequest.builder()
                .queueUrl("https://sqs/orders")
                .messageBody("hello")
                .build();
        for (int i = 0; i < times; i++) {
            aws.call(SqsService.SEND_MESSAGE, message);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static AdvancedEventSelector selector(AdvancedFieldSelector... fields) {
        return AdvancedEventSelector.builder().fieldSelectors(List.of(fields)).build();
    }

    private static AdvancedFieldSelector equal(String field, String value) {
        return AdvancedFieldSelector.builder()
                .field(field)
                .equalsMember(List.of(value))
                .build();
    }
}
