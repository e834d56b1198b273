package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.trail.digest.Hashes;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes records into a log file: gzip of {@code {"Records":[…]}}, compressed and hashed as they come, so that no record is kept.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html">CloudTrail log
 *     files</a>
 */
final class LogFileWriter {
    private static final int BUFFER = 8 * 1024;
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    /** The folder of log files, and a part of their names. */
    static final String EVENTS = "CloudTrail";

    /** The same for Insights events. */
    static final String INSIGHTS = "CloudTrail-Insight";

    private final String kind;
    private final String region;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
    private final MessageDigest hash = Hashes.sha256();
    private final Measured measured;
    private final JsonGenerator json;
    private int records;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;

    LogFileWriter(String kind, String region, JsonFactory factory) {
        this.kind = kind;
        this.region = region;
        try {
            this.measured = new Measured(new Fast(compressed), hash);
            this.json = factory.createGenerator(measured);
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a record, rendered already if somebody else needs its text too. */
    void add(StoredCall call, RecordRenderer renderer, @Nullable String text) {
        try {
            if (text == null) {
                renderer.write(call, json);
            } else {
                json.writeRawValue(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count(call.epochSecond());
    }

    /** Adds a record that is a text already. */
    void add(String text, long epochSecond) {
        try {
            json.writeRawValue(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count(epochSecond);
    }

    private void count(long epochSecond) {
        records++;
        oldest = Math.min(oldest, epochSecond);
        newest = Math.max(newest, epochSecond);
    }

    /** Bytes before compression, to within a buffer. */
    long size() {
        return measured.size;
    }

    /** Bytes after compression, to within a buffer. */
    int compressedSize() {
        return compressed.size();
    }

    /**
     * Ends the file.
     *
     * @param accountId whose trail
     * @param now when it is delivered
     * @param suffix 16 letters and digits that make the name unique
     */
    LogFile finish(String accountId, Instant now, String suffix) {
        try {
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = kind + "/" + region + "/" + FOLDER.format(now) + "/" + accountId + "_" + kind + "_" + region + "_"
                + STAMP.format(now) + "_" + suffix + ".json.gz";
        return new LogFile(
                region,
                name,
                compressed.toByteArray(),
                Hashes.hex(hash.digest()),
                records,
                Instant.ofEpochSecond(oldest),
                Instant.ofEpochSecond(newest));
    }

    /** Compresses little and fast: records are alike, so that more effort would win little. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Counts and hashes what passes. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest hash;
        private long size;

        Measured(OutputStream out, MessageDigest hash) {
            super(out);
            this.hash = hash;
        }

        @Override
        public void write(int value) throws IOException {
            hash.update((byte) value);
            size++;
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            hash.update(bytes, offset, length);
            size += length;
            out.write(bytes, offset, length);
        }
    }
}
