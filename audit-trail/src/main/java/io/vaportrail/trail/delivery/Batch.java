package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.random.Ids;
import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.Limits;
import io.vaportrail.trail.store.StoredCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records that gather for the next delivery of a trail: a log file for each region, within bounds. */
final class Batch {
    /** Bytes of all files before compression: AWS's bound of one, less the largest record. */
    private static final long MOST_BYTES = 50L * 1024 * 1024 - Limits.EVENT;

    /** Bytes of memory. */
    private static final int MOST_COMPRESSED = 4 * 1024 * 1024;

    /** Letters and digits that make the name of a file unique. */
    static final int SUFFIX = 16;

    private final RecordRenderer renderer;
    private final JsonFactory factory;
    private final Map<String, LogFileWriter> files = new TreeMap<>();
    private final List<LogEvent> events = new ArrayList<>();
    private long eventBytes;
    private boolean echoesOnly = true;

    Batch(RecordRenderer renderer, JsonFactory factory) {
        this.renderer = renderer;
        this.factory = factory;
    }

    /** Adds a record; its text is kept when it goes to a log group too. */
    void add(StoredCall call, boolean toLogGroup) {
        String text = toLogGroup ? renderer.render(call) : null;
        files.computeIfAbsent(
                        RecordStyle.regionOf(call), region -> new LogFileWriter(LogFileWriter.EVENTS, region, factory))
                .add(call, renderer, text);
        echoesOnly &= call.isEcho();
        if (text != null) {
            keep(call, text);
        }
    }

    private void keep(StoredCall call, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= Limits.EVENT) {
            events.add(new LogEvent(call.millis(), text, bytes));
            eventBytes += bytes;
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Whether there is more than what deliveries themselves led to, which waits for something else. */
    boolean isDue() {
        return !echoesOnly;
    }

    boolean isFull() {
        long size = 0;
        long compressed = eventBytes;
        for (LogFileWriter file : files.values()) {
            size += file.size();
            compressed += file.compressedSize();
        }
        return size >= MOST_BYTES || compressed >= MOST_COMPRESSED;
    }

    /** Ends the files. */
    List<LogFile> finish(String accountId, Instant now, Ids ids) {
        List<LogFile> finished = new ArrayList<>();
        for (LogFileWriter file : files.values()) {
            finished.add(file.finish(accountId, now, ids.alphanumeric(SUFFIX)));
        }
        return finished;
    }

    /** The texts for the log group. */
    List<LogEvent> events() {
        return events;
    }

    /**
     * A record on its way to a log group.
     *
     * @param millis when the call was completed
     * @param text the record
     * @param bytes its size
     */
    record LogEvent(long millis, String text, int bytes) {
        static LogEvent of(InsightEvent insight) {
            String text = insight.json();
            return new LogEvent(insight.time().toEpochMilli(), text, text.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
