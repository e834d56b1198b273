package io.vaportrail.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Immutable bytes. The array given to {@link #ofOwned} must not be changed afterwards. */
public final class Blob {
    /** No bytes. */
    public static final Blob EMPTY = new Blob(new byte[0]);

    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array as it is, without a copy; the caller gives it up. */
    public static Blob ofOwned(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Blob(bytes);
    }

    /** A copy of the array. */
    public static Blob copyOf(byte[] bytes) {
        return ofOwned(bytes.clone());
    }

    /** The UTF-8 bytes of the text. */
    public static Blob ofUtf8(String text) {
        return ofOwned(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The bytes themselves, for readers on a hot path; they must not be changed. */
    public byte[] unsafeBytes() {
        return bytes;
    }

    /** The bytes in the standard base64 alphabet, padded. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes read as UTF-8. */
    public String toUtf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Blob[" + bytes.length + " bytes]";
    }
}
