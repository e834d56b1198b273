package io.vaportrail.core.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Bodies compressed with gzip, as SDKs send them for large requests, within a limit that holds for what comes out. */
final class GzipBody {
    private static final int STEP = 8 * 1024;

    private GzipBody() {}

    static byte[] decompress(byte[] compressed, int limit) throws BodyException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.min(limit, 4 * compressed.length + STEP));
        byte[] step = new byte[STEP];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), STEP)) {
            int count;
            while ((count = in.read(step)) >= 0) {
                if (plain.size() + count > limit) {
                    throw BodyException.tooLarge(limit);
                }
                plain.write(step, 0, count);
            }
        } catch (IOException e) {
            throw BodyException.unreadable("The request body is not valid gzip.");
        }
        return plain.toByteArray();
    }
}
