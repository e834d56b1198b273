package io.vaportrail.conformance.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain trees as CBOR, written independently of the codec under test. */
final class CborWriter {
    private static final int NEGATIVE = 1;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int EPOCH_SECONDS = 0xc1;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;
    private static final int DOUBLE = 0xfb;
    private static final int FOUR_BYTES = 26;
    private static final int INLINE = 24;
    private static final double MILLIS = 1000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    static byte[] bytes(Object tree) {
        CborWriter writer = new CborWriter();
        writer.item(tree);
        return writer.out.toByteArray();
    }

    private void item(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            head(MAP, map.size());
            map.forEach((key, inner) -> {
                item(String.valueOf(key));
                item(inner);
            });
        } else if (value instanceof List<?> list) {
            head(ARRAY, list.size());
            list.forEach(this::item);
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            head(TEXT, utf8.length);
            out.writeBytes(utf8);
        } else if (value instanceof Instant time) {
            out.write(EPOCH_SECONDS);
            number(time.toEpochMilli() / MILLIS);
        } else if (value instanceof Integer whole) {
            head(whole < 0 ? NEGATIVE : 0, whole < 0 ? -1 - whole : whole);
        } else if (value instanceof Number number) {
            number(number.doubleValue());
        } else {
            out.write(value == null ? NULL : Boolean.TRUE.equals(value) ? TRUE : FALSE);
        }
    }

    private void number(double value) {
        out.write(DOUBLE);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    private void head(int type, int argument) {
        if (argument < INLINE) {
            out.write(type << 5 | argument);
        } else {
            out.write(type << 5 | FOUR_BYTES);
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(argument).array());
        }
    }
}
