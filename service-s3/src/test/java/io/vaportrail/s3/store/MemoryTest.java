package io.vaportrail.s3.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.support.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What objects take of the memory is given back to the byte, whatever becomes of them; what does not fit is refused. */
final class MemoryTest {
    private static final String OWNER = "000000000000";
    private static final long LIMIT = 10_000;

    private final ObjectMemory memory = new ObjectMemory(LIMIT);
    private Buckets buckets = new Buckets(environment());

    private StoreEnvironment environment() {
        EmulatorClock clock = Surroundings.stillClock(1_750_000_000_000L);
        return new StoreEnvironment(clock, new SeededIds(1), StateLog.NONE, memory);
    }

    @BeforeEach
    void make() {
        buckets = new Buckets(environment());
        buckets.create(new BucketName("orders", OWNER, "us-east-1"), Acl.ownedBy(OWNER), made -> {});
    }

    private Bucket bucket() {
        return buckets.all().get(0);
    }

    private static ObjectVersion object(String key, int size) {
        return new ObjectVersion(
                key,
                ObjectVersion.NULL,
                Instant.EPOCH,
                OWNER,
                new ObjectContent(new byte[size], "etag", null, List.of()),
                ObjectHeaders.NONE,
                ObjectVersion.STANDARD,
                Encryption.SSE_S3,
                Map.of(),
                Acl.ownedBy(OWNER));
    }

    private void put(String key, int size) {
        bucket().put(object(key, size), Condition.NONE);
    }

    @Test
    void isGivenBackByDeletes() {
        put("a", 1000);
        put("b", 2000);
        assertThat(memory.taken()).isBetween(3000L, 5000L);

        bucket().delete("a", OWNER, Condition.NONE);
        bucket().delete("b", OWNER, Condition.NONE);
        bucket().delete("none", OWNER, Condition.NONE);

        assertThat(memory.taken()).isZero();
    }

    @Test
    void isGivenBackByWhatTakesItsPlace() {
        put("a", 1000);
        long once = memory.taken();

        put("a", 1000);
        put("a", 1000);

        assertThat(memory.taken()).isEqualTo(once);
    }

    @Test
    void isRefusedWhenItIsFull() {
        put("a", 6000);
        long before = memory.taken();

        assertThatThrownBy(() -> put("b", 6000))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.error().httpStatus()).isEqualTo(507))
                .hasMessageContaining("--s3-memory");
        assertThat(memory.taken()).isEqualTo(before);
        assertThat(bucket().newest("b")).isNull();
    }

    @Test
    void isNotTakenByARefusedWrite() {
        put("a", 100);
        long before = memory.taken();

        assertThatThrownBy(() -> bucket().put(object("a", 200), current -> {
                    throw io.vaportrail.s3.S3Errors.preconditionFailed("If-None-Match");
                }))
                .isInstanceOf(ServiceException.class);

        assertThat(memory.taken()).isEqualTo(before);
    }

    @Test
    void isTakenByEveryVersion() {
        bucket().settings().setVersioning(Versioning.ENABLED);
        put("a", 1000);
        put("a", 1000);
        bucket().delete("a", OWNER, Condition.NONE);
        assertThat(memory.taken()).isGreaterThan(2000);

        for (ObjectVersion version : bucket().versionsAfter("", 10).get(0)) {
            bucket().deleteVersion("a", version.versionId(), Condition.NONE);
        }

        assertThat(memory.taken()).isZero();
        assertThat(bucket().size()).isZero();
    }

    @Test
    void isGivenBackByAReset() {
        put("a", 1000);
        put("b", 1000);

        buckets.reset(null);

        assertThat(memory.taken()).isZero();
    }
}
