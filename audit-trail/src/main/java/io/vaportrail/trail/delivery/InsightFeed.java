package io.vaportrail.trail.delivery;

import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.insights.InsightLog;
import io.vaportrail.trail.trails.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Insights events that a trail has selected and not delivered yet. Safe for any thread. */
final class InsightFeed {
    private final Trail trail;
    private final Workshop workshop;
    private final InsightLog log;
    private final List<InsightEvent> waiting = new ArrayList<>();
    private long position;
    private boolean following;

    InsightFeed(Trail trail, Workshop workshop) {
        this.trail = trail;
        this.workshop = workshop;
        this.log = workshop.insights();
    }

    /** The trail delivers what is found from now on. */
    synchronized void start() {
        position = log.newest();
        following = true;
    }

    /** It delivers what has been found, and no more. */
    synchronized void stop() {
        read();
        following = false;
    }

    private void read() {
        if (following) {
            for (InsightEvent event : log.after(position)) {
                position = event.sequence();
                if (trail.wants(event.kind(), event.accountId(), event.region())) {
                    waiting.add(event);
                }
            }
        }
    }

    synchronized boolean isEmpty() {
        read();
        return waiting.isEmpty();
    }

    /** All of them, which count as delivered from here on. */
    synchronized List<InsightEvent> take() {
        read();
        List<InsightEvent> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** A file for each region. */
    List<LogFile> files(List<InsightEvent> events) {
        Map<String, LogFileWriter> writers = new TreeMap<>();
        for (InsightEvent event : events) {
            writers.computeIfAbsent(
                            event.region(),
                            region -> new LogFileWriter(LogFileWriter.INSIGHTS, region, workshop.factory()))
                    .add(event.json(), event.time().getEpochSecond());
        }
        Instant now = workshop.clock().now();
        List<LogFile> files = new ArrayList<>();
        writers.values()
                .forEach(writer -> files.add(writer.finish(
                        trail.arn().accountId(), now, workshop.ids().alphanumeric(Batch.SUFFIX))));
        return files;
    }
}
