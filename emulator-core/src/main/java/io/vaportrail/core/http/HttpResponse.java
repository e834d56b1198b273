package io.vaportrail.core.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A whole answer. The server adds {@code Content-Length}, {@code Date} and what the connection needs. */
public final class HttpResponse {
    private static final byte[] EMPTY = new byte[0];
    private static final char DELETE = 0x7f;

    private final int status;
    private final List<String> namesAndValues = new ArrayList<>(8);
    private byte[] body = EMPTY;

    private HttpResponse(int status) {
        this.status = status;
    }

    /** An answer of this status without a body. */
    public static HttpResponse of(int status) {
        return new HttpResponse(status);
    }

    /** An answer with a text body in UTF-8. */
    public static HttpResponse text(int status, String contentType, String text) {
        return of(status).header("Content-Type", contentType).body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a header.
     *
     * @throws IllegalArgumentException when the value holds control characters: it could forge further headers
     */
    public HttpResponse header(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == DELETE) {
                throw new IllegalArgumentException(
                        name + ": control character at " + i + " (expected: none in a header)");
            }
        }
        namesAndValues.add(name);
        namesAndValues.add(value);
        return this;
    }

    /** Sets the body; the caller gives the array up. */
    public HttpResponse body(byte[] bytes) {
        this.body = bytes;
        return this;
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The bytes of the body; they must not be changed. */
    public byte[] body() {
        return body;
    }

    /** The first value of a header, or {@code null}. */
    public @Nullable String header(String name) {
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            if (namesAndValues.get(i).equalsIgnoreCase(name)) {
                return namesAndValues.get(i + 1);
            }
        }
        return null;
    }

    /** Gives every header in the order added. */
    public void forEachHeader(BiConsumer<String, String> action) {
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            action.accept(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
    }
}
