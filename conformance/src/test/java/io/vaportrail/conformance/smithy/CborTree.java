package io.vaportrail.conformance.smithy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CBOR as plain maps and lists, read independently of the codec under test. Numbers are doubles, as the suite compares values. */
public final class CborTree {
    private final ByteBuffer in;

    private CborTree(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /** The one item that the bytes are. */
    public static @Nullable Object of(byte[] bytes) {
        CborTree reader = new CborTree(bytes);
        Object tree = reader.item();
        if (reader.in.hasRemaining()) {
            throw new IllegalArgumentException("cbor: " + reader.in.remaining() + " bytes left (expected: none)");
        }
        return tree;
    }

    private @Nullable Object item() {
        int initial = in.get() & 0xff;
        int information = initial & 0x1f;
        return switch (initial >> 5) {
            case 0 -> (double) argument(information);
            case 1 -> -1.0 - argument(information);
            case 2 -> new String(string(information), StandardCharsets.ISO_8859_1) + " (bytes)";
            case 3 -> new String(string(information), StandardCharsets.UTF_8);
            case 4 -> array(information);
            case 5 -> map(information);
            case 6 -> "tag " + argument(information) + ": " + item();
            default -> simple(information);
        };
    }

    private long argument(int information) {
        return switch (information) {
            case 24 -> in.get() & 0xff;
            case 25 -> in.getShort() & 0xffff;
            case 26 -> in.getInt() & 0xffff_ffffL;
            case 27 -> in.getLong();
            default -> information;
        };
    }

    private byte[] string(int information) {
        byte[] bytes = new byte[(int) argument(information)];
        in.get(bytes);
        return bytes;
    }

    private List<@Nullable Object> array(int information) {
        List<@Nullable Object> elements = new ArrayList<>();
        long count = information == 31 ? Long.MAX_VALUE : argument(information);
        for (long i = 0; i < count && !takeBreak(information); i++) {
            elements.add(item());
        }
        return elements;
    }

    private Map<Object, @Nullable Object> map(int information) {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        long count = information == 31 ? Long.MAX_VALUE : argument(information);
        for (long i = 0; i < count && !takeBreak(information); i++) {
            Object key = item();
            entries.put(String.valueOf(key), item());
        }
        return entries;
    }

    private boolean takeBreak(int information) {
        boolean isBreak = information == 31 && (in.get(in.position()) & 0xff) == 0xff;
        if (isBreak) {
            in.get();
        }
        return isBreak;
    }

    private @Nullable Object simple(int information) {
        return switch (information) {
            case 20 -> false;
            case 21 -> true;
            case 22, 23 -> null;
            case 26 -> (double) in.getFloat();
            case 27 -> in.getDouble();
            default ->
                throw new IllegalArgumentException("cbor: simple value " + information + " (expected: a known one)");
        };
    }
}
