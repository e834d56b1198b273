package io.vaportrail.sns.store;

import io.vaportrail.sns.SnsLimits;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a FIFO topic remembers: the last sequence number and what was published in the last five minutes. Deliveries follow one
 * another in the order of sequence numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html">Message deduplication for FIFO topics</a>
 */
public final class FifoTopic {
    private static final int SEQUENCE_DIGITS = 20;
    private static final String FIRST_DIGIT = "1";

    private final Map<String, Known> recent = new LinkedHashMap<>();
    private final SerialTasks deliveries = new SerialTasks();
    private final Archive archive = new Archive();
    private long sequence;

    /**
     * What became of a message.
     *
     * @param messageId its id, or that of the message it repeats
     * @param sequenceNumber its place, or that of the message it repeats
     */
    public record Accepted(String messageId, String sequenceNumber) {}

    private record Known(Accepted accepted, long untilMillis) {}

    /**
     * Takes a message, unless it repeats one.
     *
     * @param deduplicationKey what tells it from others
     * @param messageId the id that it gets when it repeats none
     * @param delivery makes the delivery of a message that repeats none; it runs by {@link SerialTasks#run}, in order
     */
    public synchronized Accepted accept(
            String deduplicationKey, long nowMillis, String messageId, Function<Accepted, Runnable> delivery) {
        forget(nowMillis);
        Known known = recent.get(deduplicationKey);
        if (known != null) {
            return known.accepted();
        }
        Accepted accepted = new Accepted(messageId, number(++sequence));
        recent.put(deduplicationKey, new Known(accepted, nowMillis + SnsLimits.DEDUPLICATION_MILLIS));
        deliveries.add(delivery.apply(accepted));
        return accepted;
    }

    /** The deliveries of the messages, in order. */
    public SerialTasks deliveries() {
        return deliveries;
    }

    /** The messages that the topic keeps for replays. */
    public Archive archive() {
        return archive;
    }

    private void forget(long nowMillis) {
        Iterator<Known> oldest = recent.values().iterator();
        while (oldest.hasNext() && oldest.next().untilMillis() <= nowMillis) {
            oldest.remove();
        }
    }

    private static String number(long sequence) {
        String digits = Long.toString(sequence);
        return FIRST_DIGIT + "0".repeat(SEQUENCE_DIGITS - 1 - digits.length()) + digits;
    }

    /** How many messages are remembered, by deduplication key. */
    synchronized Map<String, String> remembered() {
        Map<String, String> all = new HashMap<>();
        recent.forEach((key, known) -> all.put(key, known.accepted().messageId()));
        return all;
    }
}
