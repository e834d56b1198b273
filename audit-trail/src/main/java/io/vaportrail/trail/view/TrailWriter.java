package io.vaportrail.trail.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.Mark;
import io.vaportrail.trail.store.StoredCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes {@code {"Records":[…]}} as in CloudTrail's log files. What CloudTrail has no field for comes after the records:
 * {@code "Marks"} by event id, and {@code "Truncated"}.
 */
final class TrailWriter {
    private final RecordRenderer renderer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final JsonGenerator json;
    private final Map<String, Set<Mark>> marks = new LinkedHashMap<>();

    TrailWriter(RecordRenderer renderer, JsonFactory factory) {
        this.renderer = renderer;
        try {
            this.json = factory.createGenerator(bytes);
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(StoredCall call) {
        try {
            renderer.write(call, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<Mark> found = call.marks();
        if (!found.isEmpty()) {
            marks.put(call.eventId(), found);
        }
    }

    /** How many bytes there are so far, roughly. */
    int size() {
        return bytes.size();
    }

    /** Ends the document. */
    byte[] finish(boolean truncated) {
        try {
            json.writeEndArray();
            if (!marks.isEmpty()) {
                writeMarks();
            }
            if (truncated) {
                json.writeBooleanField("Truncated", true);
            }
            json.writeEndObject();
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeMarks() throws IOException {
        json.writeObjectFieldStart("Marks");
        for (Map.Entry<String, Set<Mark>> entry : marks.entrySet()) {
            json.writeArrayFieldStart(entry.getKey());
            for (Mark mark : entry.getValue()) {
                json.writeString(mark.text());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
