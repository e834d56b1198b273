package io.vaportrail.core.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Bodies in the aws-chunked coding: chunks of {@code size[;chunk-signature=...]} and data, the last of size 0, then trailers. The
 * signatures of chunks are dropped.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature calculations: chunked uploads</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">With trailing headers</a>
 */
final class AwsChunkedBody {
    private static final int LONGEST_SIZE = 8;

    private final byte[] raw;
    private final int limit;
    private int position;

    private AwsChunkedBody(byte[] raw, int limit) {
        this.raw = raw;
        this.limit = limit;
    }

    /**
     * Takes the chunks apart.
     *
     * @param raw the body as sent, which the caller gives up: the chunks are moved together within it
     * @param limit how many bytes may come out
     * @param trailers takes the trailers in the order sent
     */
    static byte[] decode(byte[] raw, int limit, BiConsumer<String, String> trailers) throws BodyException {
        AwsChunkedBody body = new AwsChunkedBody(raw, limit);
        int length = body.chunks();
        body.trailers(trailers);
        return Arrays.copyOf(raw, length);
    }

    private int chunks() throws BodyException {
        int length = 0;
        while (true) {
            int size = size(line());
            if (size == 0) {
                return length;
            }
            if (length + (long) size > limit) {
                throw BodyException.tooLarge(limit);
            }
            if (size > raw.length - position) {
                throw BodyException.unreadable("The aws-chunked body ends within a chunk of " + size + " bytes.");
            }
            System.arraycopy(raw, position, raw, length, size);
            length += size;
            position += size;
            if (!line().isEmpty()) {
                throw BodyException.unreadable("The aws-chunked body has a chunk longer than its stated size.");
            }
        }
    }

    private static int size(String line) throws BodyException {
        int end = line.indexOf(';');
        String digits = end < 0 ? line : line.substring(0, end);
        if (digits.isEmpty()
                || digits.length() > LONGEST_SIZE
                || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw BodyException.unreadable("The aws-chunked body has a chunk without a size.");
        }
        long size = Long.parseLong(digits, 16);
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    private void trailers(BiConsumer<String, String> trailers) throws BodyException {
        while (position < raw.length) {
            String line = line();
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw BodyException.unreadable("The aws-chunked body has a trailer without a name.");
            }
            trailers.accept(
                    line.substring(0, colon).trim(), line.substring(colon + 1).trim());
        }
    }

    /** The text up to the next line end, which is left out. */
    private String line() throws BodyException {
        int end = position;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        if (end == raw.length) {
            throw BodyException.unreadable("The aws-chunked body ends before its last chunk.");
        }
        int stop = end > position && raw[end - 1] == '\r' ? end - 1 : end;
        String line = new String(Arrays.copyOfRange(raw, position, stop), StandardCharsets.ISO_8859_1);
        position = end + 1;
        return line;
    }
}
