package io.vaportrail.logs.export;

import io.vaportrail.logs.event.Masks;
import io.vaportrail.logs.store.EventCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes events of a stream as lines {@code timestamp message} into gzipped files of a bounded size, without what is protected. */
final class ExportFiles {
    /** Text of one file. */
    private static final int FILE_BYTES = 8 << 20;

    private final EventCursor cursor;
    private final Masks masks;
    private boolean pending;

    ExportFiles(EventCursor cursor, Masks masks) {
        this.cursor = cursor;
        this.masks = masks;
        this.pending = cursor.next();
    }

    /** The next file, or {@code null} when all has been written. */
    byte @Nullable [] next() {
        if (!pending) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long written = 0;
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            while (pending && written < FILE_BYTES) {
                String time = Instant.ofEpochMilli(cursor.timestamp()).toString();
                zipped.write((padded(time) + " ").getBytes(StandardCharsets.US_ASCII));
                String message = masks.masked(cursor.stream().group(), cursor.ingestionTime(), cursor.message());
                zipped.write(message.getBytes(StandardCharsets.UTF_8));
                zipped.write('\n');
                written += cursor.length() + time.length();
                pending = cursor.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Always with milliseconds, as AWS writes them. */
    private static String padded(String instant) {
        return instant.length() == "2026-11-21T12:00:00Z".length() ? instant.replace("Z", ".000Z") : instant;
    }
}
