package io.vaportrail.core.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.core.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in JSON, for people and programs: one object, on lines of its own, ended by a line end. */
final class AdminJson {
    static final JsonFactory FACTORY = new JsonFactory();

    private AdminJson() {}

    /**
     * An answer.
     *
     * @param fields by name, in the order to write them in: texts, numbers, booleans, {@code null}, and such maps
     */
    static HttpResponse answer(int status, Map<String, ?> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            write(json, fields);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("written to memory", e);
        }
        return HttpResponse.of(status)
                .header("Content-Type", "application/json")
                .body(bytes.toByteArray());
    }

    /** What is wrong with a request, in one line. */
    static HttpResponse error(int status, String line) {
        return answer(status, Map.of("error", line));
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
