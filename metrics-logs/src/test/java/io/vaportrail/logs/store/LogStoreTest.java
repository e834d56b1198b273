package io.vaportrail.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.model.logs.ServiceUnavailableException;
import io.vaportrail.support.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogStoreTest {
    private static final long NOW = 1_795_000_000_000L;

    private final EmulatorClock clock = Surroundings.stillClock(NOW);
    private final EventMemory memory = new EventMemory(64L << 20);
    private final LogStore store = new LogStore(memory, clock, StateLog.NONE);
    private final LogGroup group = store.create(
            LogArn.group("us-east-1", "000000000000", "g"),
            LogGroupClass.STANDARD,
            new GroupSettings(null, null, Map.of(), false));

    private static LogStream.Incoming event(long timestamp, String text) {
        return new LogStream.Incoming(timestamp, text, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(long start, long end, EventOrder order) {
        EventCursor cursor = store.ofGroups(List.of(group), start, end, order);
        List<String> texts = new ArrayList<>();
        while (cursor.next()) {
            texts.add(cursor.message());
        }
        return texts;
    }

    /** Against a plain list: whatever comes in, in whatever order, over streams and segments. */
    @Property(tries = 200)
    void readsWhatCameInByTimestamp(
            @ForAll @Size(max = 60) List<@IntRange(max = 50) Integer> times,
            @ForAll @IntRange(max = 60) int start,
            @ForAll @IntRange(max = 60) int end) {
        List<LogStream> streams = List.of(store.createStream(group, "a"), store.createStream(group, "b"));
        record Expected(int time, int stream, int number) {}
        List<Expected> expected = new ArrayList<>();
        // Long enough that a few fill a segment.
        String padding = "x".repeat(Segment.TEXT_BYTES / 5);
        for (int i = 0; i < times.size(); i++) {
            int time = times.get(i);
            store.append(streams.get(i % 2), List.of(event(time, i + padding)), NOW);
            if (time >= start && time < end) {
                expected.add(new Expected(time, i % 2, i));
            }
        }
        expected.sort(Comparator.comparingInt(Expected::time)
                .thenComparing(Expected::stream)
                .thenComparing(Expected::number));
        List<String> texts =
                expected.stream().map(one -> one.number() + padding).toList();

        assertThat(read(start, end, EventOrder.OLDEST_FIRST)).isEqualTo(texts);
        List<String> reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        assertThat(read(start, end, EventOrder.NEWEST_FIRST)).isEqualTo(reversed);
        assertThat(read(start, end, EventOrder.ANY)).containsExactlyInAnyOrderElementsOf(texts);
        streams.forEach(store::deleteStream);
        assertThat(memory.usedBytes()).isEqualTo(LogStore.BYTES_EACH);
    }

    @Test
    void findsAnEventByItsNumber() {
        LogStream stream = store.createStream(group, "a");
        store.append(stream, List.of(event(5, "late"), event(9, "later")), NOW);
        long number = store.append(stream, List.of(event(1, "early")), NOW);

        EventCursor found = store.find(stream, number);
        assertThat(found).isNotNull().extracting(EventCursor::message).isEqualTo("early");
        assertThat(store.find(stream, number + 1)).isNull();
    }

    @Test
    void aCursorSeesWhatWasThereWhenItWasOpened() {
        LogStream stream = store.createStream(group, "a");
        store.append(stream, List.of(event(1, "one")), NOW);
        EventCursor cursor = store.ofStreams(List.of(stream), 0, Long.MAX_VALUE, EventOrder.OLDEST_FIRST);
        for (int i = 0; i < 1000; i++) {
            store.append(stream, List.of(event(2, "more" + i)), NOW);
        }
        store.deleteStream(stream);

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.message()).isEqualTo("one");
        assertThat(cursor.next()).isFalse();
    }

    @Test
    void refusesWhatDoesNotFitUntilSomethingIsFreed() {
        LogStore small = new LogStore(new EventMemory(1000 + 2 * LogStore.BYTES_EACH), clock, StateLog.NONE);
        LogGroup kept = small.create(
                LogArn.group("us-east-1", "000000000000", "kept"),
                LogGroupClass.STANDARD,
                new GroupSettings(1, null, Map.of(), false));
        LogStream stream = small.createStream(kept, "s");
        small.append(stream, List.of(event(clock.millis(), "x".repeat(800))), clock.millis());

        assertThatThrownBy(() -> small.append(stream, List.of(event(clock.millis(), "y".repeat(300))), clock.millis()))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("--logs-memory");
        clock.advance(Duration.ofDays(2));
        small.append(stream, List.of(event(clock.millis(), "y".repeat(300))), clock.millis());
        assertThat(small.memory().usedBytes()).isEqualTo(316 + 2 * LogStore.BYTES_EACH);
    }
}
