package io.vaportrail.sqs.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a queue is supposed to do, in the simplest form: one list, walked over for everything. */
final class QueueModel {
    /** A message of the model. */
    static final class Entry {
        final String body;
        final int group;
        final long sentAt;
        long hiddenUntil;
        int receives;
        boolean flying;

        Entry(String body, int group, long sentAt, long hiddenUntil) {
            this.body = body;
            this.group = group;
            this.sentAt = sentAt;
            this.hiddenUntil = hiddenUntil;
        }
    }

    final List<Entry> entries = new ArrayList<>();
    private final long retentionMillis;
    long now;

    QueueModel(long retentionMillis, long now) {
        this.retentionMillis = retentionMillis;
        this.now = now;
    }

    void send(String body, int group, int delaySeconds) {
        entries.add(new Entry(body, group, now, now + delaySeconds * 1000L));
        settle();
    }

    void advance(int millis) {
        now += millis;
        settle();
    }

    void settle() {
        entries.removeIf(entry -> entry.sentAt + retentionMillis <= now);
        entries.forEach(entry -> entry.flying &= entry.hiddenUntil > now);
    }

    boolean isVisible(Entry entry) {
        return entry.hiddenUntil <= now;
    }

    Entry byBody(String body) {
        return entries.stream()
                .filter(entry -> entry.body.equals(body))
                .findFirst()
                .orElseThrow(() -> new AssertionError("message: " + body + " (expected: one that the model has)"));
    }

    void take(Entry entry, int visibilityTimeout) {
        entry.receives++;
        entry.flying = true;
        entry.hiddenUntil = now + visibilityTimeout * 1000L;
    }

    QueueCounts counts() {
        settle();
        int visible = (int) entries.stream().filter(this::isVisible).count();
        int flying = (int) entries.stream().filter(entry -> entry.flying).count();
        return new QueueCounts(visible, flying, entries.size() - visible - flying);
    }

    /** What a FIFO queue would deliver of each group now, in order. */
    Map<Integer, List<String>> deliverable() {
        Map<Integer, List<String>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            List<String> bodies = groups.computeIfAbsent(entry.group, group -> new ArrayList<>());
            boolean blocked = entries.stream()
                    .anyMatch(other -> other.group == entry.group
                            && (other.flying || entries.indexOf(other) < entries.indexOf(entry) && !isVisible(other)));
            if (!blocked && isVisible(entry)) {
                bodies.add(entry.body);
            }
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
