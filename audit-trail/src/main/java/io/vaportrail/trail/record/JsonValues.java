package io.vaportrail.trail.record;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.trail.store.ValueSink;
import java.io.IOException;

/** Writes parameters as JSON. */
final class JsonValues implements ValueSink {
    private final JsonGenerator json;
    private final RecordStyle style;
    private String key = "";

    JsonValues(JsonGenerator json, RecordStyle style) {
        this.json = json;
        this.style = style;
    }

    @Override
    public void beginObject() throws IOException {
        json.writeStartObject();
    }

    @Override
    public void key(String name) throws IOException {
        key = name;
        json.writeFieldName(name);
    }

    @Override
    public void endObject() throws IOException {
        json.writeEndObject();
    }

    @Override
    public void beginArray() throws IOException {
        json.writeStartArray();
    }

    @Override
    public void endArray() throws IOException {
        json.writeEndArray();
    }

    @Override
    public void text(String value) throws IOException {
        json.writeString(value);
    }

    @Override
    public void number(long value) throws IOException {
        json.writeNumber(value);
    }

    @Override
    public void number(double value) throws IOException {
        json.writeNumber(value);
    }

    @Override
    public void number(String digits) throws IOException {
        json.writeNumber(digits);
    }

    @Override
    public void flag(boolean value) throws IOException {
        json.writeBoolean(value);
    }

    @Override
    public void time(long epochSecond) throws IOException {
        json.writeString(style.dates().format(epochSecond));
    }

    @Override
    public void hidden() throws IOException {
        json.writeString(style.hidden(key));
    }

    @Override
    public void missing() throws IOException {
        json.writeNull();
    }
}
