package io.vaportrail.sqs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What holds of every queue at any time: counters equal contents, every message is in the one place that its state says, message ids
 * are unique, a FIFO group that delivers has nothing in flight, and nobody waits while there is something to deliver.
 */
public final class StoreInvariants {
    private StoreInvariants() {}

    /** Checks every queue there is, and that no message is in two of them. */
    public static void check(Queues queues) {
        Map<String, String> homes = new HashMap<>();
        for (Queue queue : queues.all()) {
            for (MessageRecord message : check(queue)) {
                String other = homes.put(message.messageId(), queue.arnText());
                assertThat(other)
                        .as("another queue that holds message %s", message.messageId())
                        .isNull();
            }
        }
    }

    /** Checks one queue; the result is what is in it. */
    public static Iterable<MessageRecord> check(Queue queue) {
        Iterable<MessageRecord> records = queue.peek();
        queue.lock().lock();
        try {
            MessageStore store = queue.messages().store();
            checkStates(store);
            checkGroups(store, queue.isFifo());
            if (queue.waiting() > 0 && !queue.messages().isFlightFull()) {
                assertThat(store.hasDeliverable())
                        .as("something to deliver while polls wait")
                        .isFalse();
            }
        } finally {
            queue.lock().unlock();
        }
        return records;
    }

    private static void checkStates(MessageStore store) {
        int[] counts = new int[Message.State.values().length];
        int received = 0;
        Set<String> ids = new HashSet<>();
        Set<Long> sequences = new HashSet<>();
        for (Message message : store.byAge.unordered()) {
            counts[message.state.ordinal()]++;
            assertThat(ids.add(message.messageId()))
                    .as("message id %s once", message.messageId())
                    .isTrue();
            assertThat(sequences.add(message.sequence)).isTrue();
            if (message.receives > 0) {
                received++;
                assertThat(store.received(message.sequence)).isSameAs(message);
            }
            boolean hidden = message.state == Message.State.IN_FLIGHT
                    || message.state == Message.State.DELAYED && store instanceof StandardMessages;
            assertThat(store.hidden.contains(message))
                    .as("hidden: %s", message.state)
                    .isEqualTo(hidden);
        }
        assertThat(store.byAge.isInOrder()).as("order of age").isTrue();
        assertThat(store.hidden.isInOrder()).as("order of becoming visible").isTrue();
        assertThat(store.ready().isInOrder()).as("order of groups").isTrue();
        assertThat(counts[Message.State.VISIBLE.ordinal()]).as("visible").isEqualTo(store.visible());
        assertThat(counts[Message.State.DELAYED.ordinal()]).as("delayed").isEqualTo(store.delayed());
        assertThat(counts[Message.State.IN_FLIGHT.ordinal()]).as("in flight").isEqualTo(store.inFlight());
        assertThat(counts[Message.State.GONE.ordinal()]).as("gone, yet there").isZero();
        assertThat(store.receivedSize()).as("received at least once").isEqualTo(received);
    }

    private static void checkGroups(MessageStore store, boolean fifo) {
        Map<MessageGroup, int[]> members = new IdentityHashMap<>();
        for (Message message : store.byAge.unordered()) {
            int[] counts = members.computeIfAbsent(message.group(), group -> new int[2]);
            counts[0]++;
            counts[1] += message.state == Message.State.IN_FLIGHT ? 1 : 0;
        }
        members.forEach((group, counts) -> {
            assertThat(group.members).as("members of group %s", group.id).isEqualTo(counts[0]);
            assertThat(group.inFlight).as("in flight of group %s", group.id).isEqualTo(counts[1]);
        });
        int reachable = 0;
        for (MessageGroup group : store.ready().unordered()) {
            reachable += checkReady(group, fifo);
        }
        if (!fifo) {
            assertThat(reachable).as("visible messages in line").isEqualTo(store.visible());
        } else {
            members.keySet().forEach(group -> checkFifo(store, group));
        }
    }

    private static int checkReady(MessageGroup group, boolean fifo) {
        int size = 0;
        Message previous = null;
        for (Message message = group.first(); message != null; message = message.next) {
            assertThat(message.previous).isSameAs(previous);
            if (previous != null) {
                long before = fifo ? previous.sequence : previous.line;
                assertThat(before).as("order within a group").isLessThan(fifo ? message.sequence : message.line);
            }
            assertThat(message.group()).isSameAs(group);
            previous = message;
            size++;
        }
        assertThat(size).as("a group with something to deliver").isPositive();
        return size;
    }

    /** At most one batch of a group is in flight, and it is the beginning of the group, but for what timed out of it. */
    private static void checkFifo(MessageStore store, MessageGroup group) {
        boolean ready = false;
        for (MessageGroup candidate : store.ready().unordered()) {
            ready |= candidate == group;
        }
        Message head = group.first();
        boolean delivers = group.inFlight == 0 && head != null && head.state == Message.State.VISIBLE;
        assertThat(ready).as("group %s delivers", group.id).isEqualTo(delivers);
        boolean untouched = false;
        for (Message message = head; message != null; message = message.next) {
            assertThat(untouched && message.state == Message.State.IN_FLIGHT)
                    .as("a message in flight behind one that never was, group %s", group.id)
                    .isFalse();
            untouched |= message.receives == 0;
        }
    }
}
