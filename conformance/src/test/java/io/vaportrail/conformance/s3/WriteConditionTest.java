package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Writes and deletes that happen only if. */
final class WriteConditionTest extends S3Test {
    private static final String FAILED = "At least one of the pre-conditions you specified did not hold";

    @BeforeEach
    void make() {
        makeBucket();
    }

    @Test
    void ifNothingIsThere() {
        s3.putObject(r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("1"));

        assertRefused(
                "PreconditionFailed",
                412,
                FAILED,
                () -> s3.putObject(r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("2")));
        assertThat(text("a")).isEqualTo("1");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        s3.putObject(r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("3"));
        assertThat(text("a")).isEqualTo("3");
    }

    @Test
    void ifADeleteMarkerIsNewest() {
        setVersioning(software.amazon.awssdk.services.s3.model.BucketVersioningStatus.ENABLED);
        put("a", "1");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        s3.putObject(r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("2"));
        assertThat(text("a")).isEqualTo("2");
    }

    @Test
    void ifTheTagIsTheSame() {
        String first = put("a", "1").eTag();
        String second = s3.putObject(r -> r.bucket(BUCKET).key("a").ifMatch(first), RequestBody.fromString("2"))
                .eTag();

        assertRefused(
                "PreconditionFailed",
                412,
                FAILED,
                () -> s3.putObject(r -> r.bucket(BUCKET).key("a").ifMatch(first), RequestBody.fromString("3")));
        assertRefused(
                "NoSuchKey",
                404,
                () -> s3.putObject(r -> r.bucket(BUCKET).key("none").ifMatch(first), RequestBody.fromString("3")));
        assertThat(get("a").response().eTag()).isEqualTo(second);
    }

    @Test
    void otherConditionsAreRefused() {
        assertRefused(
                "NotImplemented",
                501,
                () -> s3.putObject(r -> r.bucket(BUCKET).key("a").ifNoneMatch("\"x\""), RequestBody.fromString("1")));
        assertRefused(
                "NotImplemented",
                501,
                () -> s3.putObject(r -> r.bucket(BUCKET).key("a").ifMatch("*"), RequestBody.fromString("1")));
        assertThat(keys()).isEmpty();
    }

    @Test
    void deletesWhatFits() {
        String eTag = put("a", "1").eTag();

        assertRefused(
                "PreconditionFailed",
                412,
                FAILED,
                () -> s3.deleteObject(r -> r.bucket(BUCKET).key("a").ifMatch("\"x\"")));
        assertThat(text("a")).isEqualTo("1");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a").ifMatch(eTag));
        assertThat(keys()).isEmpty();
    }

    /** Of many that write at once only if nothing is there, one does. */
    @Test
    void oneOfManyWins() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> writers = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            s3.putObject(
                                    r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("w" + i));
                            return true;
                        } catch (S3Exception e) {
                            assertThat(e.statusCode()).isEqualTo(412);
                            return false;
                        }
                    })
                    .toList();
            int won = 0;
            for (Future<Boolean> done : pool.invokeAll(writers)) {
                won += done.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
        assertThat(AwsError.of(() -> s3.putObject(
                                r -> r.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("late")))
                        .code())
                .isEqualTo("PreconditionFailed");
    }
}
