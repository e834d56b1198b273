package io.vaportrail.trail.store;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes what it is given as plain text. */
final class TextSink implements ValueSink {
    private final StringBuilder text = new StringBuilder();
    private final Deque<Boolean> inside = new ArrayDeque<>();

    String text() {
        return text.toString();
    }

    @Override
    public void beginObject() {
        text.append('{');
        inside.push(true);
    }

    @Override
    public void key(String name) {
        text.append(name).append('=');
    }

    @Override
    public void endObject() {
        text.append('}');
        end();
    }

    @Override
    public void beginArray() {
        text.append('[');
        inside.push(true);
    }

    @Override
    public void endArray() {
        text.append(']');
        end();
    }

    @Override
    public void text(String value) {
        put(value);
    }

    @Override
    public void number(long value) {
        put(String.valueOf(value));
    }

    @Override
    public void number(double value) {
        put(String.valueOf(value));
    }

    @Override
    public void number(String digits) {
        put(digits);
    }

    @Override
    public void flag(boolean value) {
        put(String.valueOf(value));
    }

    @Override
    public void time(long epochSecond) {
        put("t" + epochSecond);
    }

    @Override
    public void hidden() {
        put("HIDDEN");
    }

    @Override
    public void missing() {
        put("null");
    }

    private void put(String value) {
        text.append(value).append(';');
    }

    private void end() {
        inside.pop();
        if (!inside.isEmpty()) {
            text.append(';');
        }
    }
}
