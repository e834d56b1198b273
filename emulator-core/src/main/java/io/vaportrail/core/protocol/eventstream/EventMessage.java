package io.vaportrail.core.protocol.eventstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One message: lengths, headers, payload, and a checksum behind the lengths and behind all. All headers are texts.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon event stream specification</a>
 */
public final class EventMessage {
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final byte STRING = 7;

    private final List<byte[]> namesAndValues = new ArrayList<>();

    /** Adds a header. */
    public EventMessage header(String name, String value) {
        namesAndValues.add(name.getBytes(StandardCharsets.UTF_8));
        namesAndValues.add(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The message on the wire. */
    public byte[] bytes(byte[] payload) {
        int headers = 0;
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            headers += 1 + namesAndValues.get(i).length + 1 + 2 + namesAndValues.get(i + 1).length;
        }
        int total = PRELUDE + headers + payload.length + CHECKSUM;
        ByteBuffer message = ByteBuffer.allocate(total).putInt(total).putInt(headers);
        message.putInt(checksum(message.array(), message.position()));
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            byte[] name = namesAndValues.get(i);
            byte[] value = namesAndValues.get(i + 1);
            message.put((byte) name.length)
                    .put(name)
                    .put(STRING)
                    .putShort((short) value.length)
                    .put(value);
        }
        message.put(payload);
        message.putInt(checksum(message.array(), message.position()));
        return message.array();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
