package io.vaportrail.trail.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.SqsService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RingTest {
    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final AtomicLong sequence = new AtomicLong();

    @Property(tries = 60)
    void staysWithinItsBoundAndKeepsTheNewest(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int kibibytes) {
        Random random = new Random(seed);
        long limit = kibibytes * 1024L + 8192;
        Ring ring = new Ring(0, limit, FOREVER, new AtomicLong());
        InternedSender[] senders = {sender("a"), sender("b"), sender("c")};
        List<Long> kept = new ArrayList<>();
        int appended = 300;
        for (int i = 0; i < appended; i++) {
            byte[] body = body(random, random.nextInt(10) == 0 ? 3000 : 200);
            long number = ring.append(senders[random.nextInt(3)], body, body.length, i);
            assertThat(ring.statistics().bytes()).isLessThanOrEqualTo(limit);
            if (number != Ring.NOT_KEPT) {
                kept.add(number);
            }
        }
        RingStatistics statistics = ring.statistics();
        assertThat(statistics.records() + statistics.dropped()).isEqualTo(appended);
        List<Long> found = sequencesIn(ring);
        assertThat(found).hasSize((int) statistics.records());
        assertThat(found)
                .as("the newest, in order, without a gap")
                .isEqualTo(kept.subList(kept.size() - found.size(), kept.size()));
    }

    @Property(tries = 60)
    void isReadFromAnyPositionOn(@ForAll long seed, @ForAll @IntRange(max = 320) int after) {
        Random random = new Random(seed);
        Ring ring = new Ring(0, 64 * 1024, FOREVER, new AtomicLong());
        for (int i = 0; i < 300; i++) {
            byte[] body = body(random, random.nextInt(10) == 0 ? 9000 : 200);
            ring.append(sender("a"), body, body.length, i);
        }
        List<Long> expected =
                sequencesIn(ring).stream().filter(number -> number > after).toList();

        assertThat(firstCallAfter(ring, after)).isEqualTo(expected.isEmpty() ? null : expected.get(0));
    }

    /** The first call after the sequence number in the block that the ring shows. */
    private static @Nullable Long firstCallAfter(Ring ring, long after) {
        Ring.Pin pin = ring.pinFirstWith(after);
        if (pin == null) {
            return null;
        }
        byte[] bytes = pin.block().bytes;
        long found = 0;
        for (int entry = 0; entry < pin.end() && found <= after; entry += Block.entrySize(bytes, entry)) {
            found = Block.isSender(bytes, entry) ? found : Block.sequence(bytes, entry);
        }
        ring.release(pin);
        return found;
    }

    @Test
    void whatIsLargerThanTheRingIsDroppedAndCounted() {
        Ring ring = new Ring(0, 4096, FOREVER, sequence);
        assertThat(ring.append(sender("a"), new byte[5000], 5000, 0)).isEqualTo(Ring.NOT_KEPT);
        assertThat(ring.statistics()).isEqualTo(new RingStatistics(0, 0, 4096, 1, 0));
    }

    @Test
    void aRecordLargerThanABlockGetsOneOfItsOwn() {
        Ring ring = new Ring(0, 1 << 20, FOREVER, sequence);
        append(ring, 100);
        append(ring, 200_000);
        append(ring, 100);
        assertThat(sequencesIn(ring)).containsExactly(1L, 2L, 3L);
        assertThat(ring.statistics().dropped()).isZero();
    }

    @Test
    void anIdleRingTakesNoMemoryAndABusyOneUsesItsBlocksAgain() {
        Ring ring = new Ring(0, 64 * 1024, FOREVER, sequence);
        assertThat(ring.statistics().bytes()).isZero();
        List<byte[]> arrays = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            append(ring, 1000);
            Ring.Pin pin = ring.pinNewest();
            assertThat(pin).isNotNull();
            if (arrays.stream().noneMatch(known -> known == pin.block().bytes)) {
                arrays.add(pin.block().bytes);
            }
            ring.release(pin);
        }
        assertThat(arrays).hasSize(16);
    }

    @Test
    void aBlockThatIsReadIsNotUsedAgain() {
        Ring ring = new Ring(0, 16 * 1024, FOREVER, sequence);
        append(ring, 1000);
        Ring.Pin pin = ring.pinNewest();
        assertThat(pin).isNotNull();
        byte[] before = Arrays.copyOf(pin.block().bytes, pin.end());
        for (int i = 0; i < 100; i++) {
            append(ring, 1000);
        }
        assertThat(Arrays.copyOf(pin.block().bytes, pin.end())).isEqualTo(before);
        ring.release(pin);
    }

    @Test
    void whatIsOlderThanTheRetentionExpiresWithoutCountingAsDropped() {
        Ring ring = new Ring(0, 1 << 20, 1000, sequence);
        ring.append(sender("a"), new byte[10], 10, 5000);
        ring.expire(6000);
        assertThat(ring.statistics().records()).isEqualTo(1);
        ring.expire(6001);
        assertThat(ring.statistics()).isEqualTo(new RingStatistics(0, 0, 1 << 20, 0, 0));
    }

    @Test
    void clearingForgetsEverythingButTheSequence() {
        Ring ring = new Ring(0, 16 * 1024, FOREVER, sequence);
        for (int i = 0; i < 100; i++) {
            append(ring, 1000);
        }
        ring.clear();
        assertThat(ring.statistics()).isEqualTo(new RingStatistics(0, 0, 16 * 1024, 0, 0));
        assertThat(append(ring, 10)).isEqualTo(101);
        assertThat(sequencesIn(ring)).containsExactly(101L);
    }

    @Test
    @Timeout(60)
    void manyWritersAndReadersLoseNothingThatIsNotCounted() throws Exception {
        Ring ring = new Ring(0, 512 * 1024, FOREVER, sequence);
        int writers = 4;
        int each = 20_000;
        CountDownLatch done = new CountDownLatch(writers);
        ExecutorService pool = Executors.newFixedThreadPool(writers + 2);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                all.add(pool.submit(() -> {
                    InternedSender sender = sender("writer" + writer);
                    for (int i = 0; i < each; i++) {
                        byte[] body = checkedBody(writer, i);
                        ring.append(sender, body, body.length, i);
                    }
                    done.countDown();
                }));
            }
            for (int r = 0; r < 2; r++) {
                all.add(pool.submit(() -> {
                    while (done.getCount() > 0) {
                        assertBodiesAreWhole(ring);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(ring.statistics().records() + ring.statistics().dropped()).isEqualTo((long) writers * each);
        assertThat(sequencesIn(ring)).hasSize((int) ring.statistics().records());
        assertBodiesAreWhole(ring);
    }

    private long append(Ring ring, int size) {
        return ring.append(sender("a"), new byte[size], size, 0);
    }

    private static InternedSender sender(String name) {
        return new InternedSender(Sender.of(TrailFixture.call(
                SqsService.SEND_MESSAGE, io.vaportrail.core.identity.Caller.user(TrailFixture.ACCOUNT, name, name))));
    }

    private static byte[] body(Random random, int most) {
        byte[] body = new byte[1 + random.nextInt(most)];
        random.nextBytes(body);
        return body;
    }

    /** A body that tells of itself whether it is whole. */
    private static byte[] checkedBody(int writer, int i) {
        byte[] body = new byte[20 + i % 300];
        Arrays.fill(body, (byte) (writer * 31 + i));
        return body;
    }

    private static void assertBodiesAreWhole(Ring ring) {
        long last = Long.MAX_VALUE;
        for (Ring.Pin pin = ring.pinNewest(); pin != null; ) {
            byte[] bytes = pin.block().bytes;
            long newest = 0;
            for (int entry = 0; entry < pin.end(); entry += Block.entrySize(bytes, entry)) {
                if (!Block.isSender(bytes, entry)) {
                    long number = Block.sequence(bytes, entry);
                    assertThat(number).isGreaterThan(newest).isLessThan(last);
                    newest = number;
                    byte first = bytes[entry + Block.CALL_HEAD];
                    for (int i = entry + Block.CALL_HEAD; i < entry + Block.entrySize(bytes, entry); i++) {
                        if (bytes[i] != first) {
                            throw new AssertionError("record " + number + ": torn");
                        }
                    }
                }
            }
            last = firstIn(bytes, pin.end());
            Ring.Pin old = pin;
            pin = ring.pinBefore(old.block().number);
            ring.release(old);
        }
    }

    private static long firstIn(byte[] bytes, int end) {
        int entry = 0;
        while (entry < end && Block.isSender(bytes, entry)) {
            entry += Block.entrySize(bytes, entry);
        }
        return entry < end ? Block.sequence(bytes, entry) : Long.MAX_VALUE;
    }

    private static List<Long> sequencesIn(Ring ring) {
        List<Long> found = new ArrayList<>();
        Ring.Pin pin = ring.pinFirstWith(0);
        while (pin != null) {
            byte[] bytes = pin.block().bytes;
            for (int entry = 0; entry < pin.end(); entry += Block.entrySize(bytes, entry)) {
                if (!Block.isSender(bytes, entry)) {
                    found.add(Block.sequence(bytes, entry));
                }
            }
            Ring.Pin old = pin;
            pin = ring.pinAfter(old.block().number);
            ring.release(old);
        }
        return found;
    }
}
