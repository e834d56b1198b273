package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Deadline;
import io.vaportrail.conformance.fixture.Protocol;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Rendering and writing files is work for workers: threads are watched while a trail that selects everything delivers. */
class DeliveryThreadsTest extends TrailsTest {
    private static final Set<String> WORK = Set.of(
            "io.vaportrail.trail.record.RecordRenderer",
            "io.vaportrail.trail.delivery.LogFileWriter",
            "io.vaportrail.trail.digest.DigestWriter");
    private static final int TRAILS = 5;
    private static final int ENOUGH = 5;

    @Test
    void isDoneByWorkersAlone() throws InterruptedException {
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(policy(BUCKET, "", "*").replace("StringEquals", "StringLike")));
        for (int i = 1; i <= TRAILS; i++) {
            startTrailOfEverything("t-" + i);
        }
        String url = createQueue("sarah", "orders");
        AtomicBoolean watching = new AtomicBoolean(true);
        Thread traffic = new Thread(() -> work(url, watching), "traffic");
        traffic.start();
        Set<String> seen = new TreeSet<>();
        try {
            Deadline deadline = Deadline.soon();
            for (int found = 0; found < ENOUGH; found += watch(seen)) {
                deadline.check("threads that deliver: " + seen + " (expected: seen " + ENOUGH + " times)");
            }
        } finally {
            watching.set(false);
            traffic.join();
        }

        assertThat(seen).isNotEmpty().allMatch(name -> name.startsWith("vaportrail-worker-"));
    }

    private void startTrailOfEverything(String name) {
        cloudTrail.createTrail(r -> r.name(name).s3BucketName(BUCKET));
        cloudTrail.putEventSelectors(r -> r.trailName(name)
                .advancedEventSelectors(
                        SelectorsTest.selector(SelectorsTest.field("eventCategory", "Management")),
                        SelectorsTest.selector(
                                SelectorsTest.field("eventCategory", "Data"),
                                SelectorsTest.field("resources.type", "AWS::SQS::Queue"))));
        cloudTrail.startLogging(r -> r.name(name));
    }

    /** Sends messages and has them delivered, over and over. */
    private void work(String url, AtomicBoolean watching) {
        SqsClient app = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        while (watching.get()) {
            for (int i = 0; i < 100; i++) {
                app.sendMessage(r -> r.queueUrl(url).messageBody("hello"));
            }
            flush();
        }
    }

    /** Adds the names of threads that are at it; how many there are. */
    private static int watch(Set<String> seen) {
        int found = 0;
        for (var thread : Thread.getAllStackTraces().entrySet()) {
            for (StackTraceElement frame : thread.getValue()) {
                if (WORK.contains(frame.getClassName())) {
                    seen.add(thread.getKey().getName());
                    found++;
                    break;
                }
            }
        }
        return found;
    }
}
