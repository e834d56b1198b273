package io.vaportrail.metrics.widget;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files: 8 bits each of red, green and blue.
 *
 * @see <a href="https://www.w3.org/TR/png/">PNG specification</a>
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_PER_PIXEL = 3;
    private static final byte DEPTH = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final int BUFFER = 8192;

    private Png() {}

    static byte[] encode(Canvas canvas) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(canvas.width())
                .putInt(canvas.height())
                .put(DEPTH)
                .put(TRUE_COLOUR)
                .array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", deflate(rows(canvas)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Each row behind a 0, which says that it is not filtered. */
    private static byte[] rows(Canvas canvas) {
        byte[] rows = new byte[canvas.height() * (1 + canvas.width() * BYTES_PER_PIXEL)];
        int at = 0;
        for (int y = 0; y < canvas.height(); y++) {
            at++;
            for (int x = 0; x < canvas.width(); x++) {
                int colour = canvas.at(x, y);
                rows[at++] = (byte) (colour >> 16);
                rows[at++] = (byte) (colour >> 8);
                rows[at++] = (byte) colour;
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        file.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) check.getValue())
                .array());
    }
}
