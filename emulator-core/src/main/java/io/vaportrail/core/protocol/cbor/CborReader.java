package io.vaportrail.core.protocol.cbor;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.Utf8;
import io.vaportrail.core.protocol.WireLimits;
import io.vaportrail.schema.ServiceException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Reads CBOR items one after the other. Lengths are believed only as far as there are bytes left, before anything is allocated.
 */
final class CborReader {
    private final byte[] in;
    private int at;
    private int depth;

    CborReader(byte[] in) {
        this.in = in;
    }

    boolean atEnd() {
        return at == in.length;
    }

    /** The first byte of the next item. */
    int peek() {
        if (at == in.length) {
            throw invalid();
        }
        return in[at] & 0xff;
    }

    /** The major type of the next item. */
    int peekMajor() {
        return peek() >>> 5;
    }

    /** Reads a null, if the next item is one; CBOR's undefined counts as null. */
    boolean takeNull() {
        int next = peek();
        boolean isNull = next == Cbor.NULL || next == Cbor.UNDEFINED;
        at += isNull ? 1 : 0;
        return isNull;
    }

    /** Reads the next byte, which the caller has peeked at. */
    void takeByte() {
        at++;
    }

    /** Reads the head of a tag and gives its number. */
    long takeTag() {
        return argument();
    }

    /** Reads past tags that mean nothing here. */
    void skipTags() {
        while (peekMajor() == Cbor.TAG) {
            argument();
        }
    }

    /**
     * Reads the head of an array or map.
     *
     * @return the number of elements or entries, or -1 when a break will end them
     */
    int open() {
        if (++depth > WireLimits.MAX_DEPTH) {
            throw SerializationErrors.tooDeep();
        }
        int initial = peek();
        if ((initial & 0x1f) == Cbor.INDEFINITE) {
            at++;
            return -1;
        }
        int perEntry = initial >>> 5 == Cbor.MAP ? 2 : 1;
        return length(perEntry);
    }

    /** Whether another element follows; after the last one this reads the break, if there is one. */
    boolean more(int count, int read) {
        if (count < 0 ? peek() != Cbor.BREAK : read < count) {
            return true;
        }
        at += count < 0 ? 1 : 0;
        depth--;
        return false;
    }

    /** The value of an integer's head: for a negative one, what is subtracted from -1. To be taken as unsigned. */
    long argument() {
        int information = peek() & 0x1f;
        at++;
        if (information < 24) {
            return information;
        }
        return switch (information) {
            case 24 -> bigEndian(1);
            case 25 -> bigEndian(2);
            case 26 -> bigEndian(4);
            case 27 -> bigEndian(8);
            default -> throw invalid();
        };
    }

    /** A number of floating point of any width. */
    double fraction() {
        int initial = peek();
        at++;
        return switch (initial) {
            case Cbor.HALF -> half((int) bigEndian(2));
            case Cbor.FLOAT -> Float.intBitsToFloat((int) bigEndian(4));
            case Cbor.DOUBLE -> Double.longBitsToDouble(bigEndian(8));
            default -> throw invalid();
        };
    }

    String text() {
        if ((peek() & 0x1f) == Cbor.INDEFINITE) {
            byte[] joined = chunks(Cbor.TEXT);
            return decoded(joined, 0, joined.length);
        }
        int length = length(1);
        String text = decoded(in, at, at + length);
        at += length;
        return text;
    }

    byte[] bytes() {
        if ((peek() & 0x1f) == Cbor.INDEFINITE) {
            return chunks(Cbor.BYTES);
        }
        int length = length(1);
        at += length;
        return Arrays.copyOfRange(in, at - length, at);
    }

    /** Reads past one item of any kind, which must be well formed all the same. */
    void skip() {
        skipTags();
        switch (peekMajor()) {
            case Cbor.UNSIGNED, Cbor.NEGATIVE -> argument();
            case Cbor.BYTES -> bytes();
            case Cbor.TEXT -> text();
            case Cbor.ARRAY -> skipElements(1);
            case Cbor.MAP -> skipElements(2);
            default -> skipSimple();
        }
    }

    static ServiceException invalid() {
        return SerializationErrors.of("Request body is not valid CBOR");
    }

    private void skipElements(int itemsPerEntry) {
        int count = open();
        for (int i = 0; more(count, i); i++) {
            for (int item = 0; item < itemsPerEntry; item++) {
                skip();
            }
        }
    }

    private void skipSimple() {
        int initial = peek();
        if (initial == Cbor.HALF || initial == Cbor.FLOAT || initial == Cbor.DOUBLE) {
            fraction();
        } else if (initial < Cbor.HALF - 1) {
            at++;
        } else {
            throw invalid();
        }
    }

    private byte[] chunks(int major) {
        at++;
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        while (peek() != Cbor.BREAK) {
            if (peekMajor() != major || (peek() & 0x1f) == Cbor.INDEFINITE) {
                throw invalid();
            }
            int length = length(1);
            if (major == Cbor.TEXT && !Utf8.isWellFormed(in, at, at + length)) {
                throw invalid();
            }
            joined.write(in, at, length);
            at += length;
        }
        at++;
        return joined.toByteArray();
    }

    /** A length or count, refused when there are fewer bytes left than it needs at the least. */
    private int length(int bytesEach) {
        long length = argument();
        int left = in.length - at;
        if (length < 0 || length > left / bytesEach) {
            throw invalid();
        }
        return (int) length;
    }

    private long bigEndian(int width) {
        if (in.length - at < width) {
            throw invalid();
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | in[at++] & 0xff;
        }
        return value;
    }

    private static String decoded(byte[] bytes, int from, int to) {
        String text = Utf8.decode(bytes, from, to);
        if (text == null) {
            throw invalid();
        }
        return text;
    }

    /** A number of half precision: a sign, 5 bits of exponent, 10 of fraction. */
    private static double half(int bits) {
        int exponent = bits >>> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude;
        if (exponent == 0) {
            magnitude = Math.scalb((double) fraction, -24);
        } else if (exponent == 31) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            magnitude = Math.scalb((double) (fraction + 0x400), exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
