package io.vaportrail.core.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vaportrail.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Answers to bytes: one buffer for head and body, unless the body is so long that copying it costs more than a second buffer. */
final class ResponseWriter {
    private static final int COPY_UP_TO = 64 * 1024;
    private static final int HEAD_GUESS = 320;
    private static final int STATUSES = 600;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final int CRLF = '\r' << 8 | '\n';
    private static final int COLON_SPACE = ':' << 8 | ' ';

    private final DateHeader date;
    private final byte[][] statusLines = new byte[STATUSES][];

    ResponseWriter(DateHeader date) {
        this.date = date;
    }

    /** How the answer is framed. */
    enum Framing {
        /** With its length. */
        WHOLE,
        /** In chunks that follow. */
        CHUNKED,
        /** The body ends with the connection. */
        UNTIL_CLOSE,
        /** Nothing follows, nor is its length known: the answer to a HEAD. */
        NO_BODY
    }

    /**
     * A whole answer.
     *
     * @param head whether the request was a HEAD: the length of the body is stated, the body is not sent
     * @param close whether the connection ends with this answer
     * @param http10 whether the client must be told that it does not
     */
    ByteBuf whole(ByteBufAllocator alloc, HttpResponse response, boolean head, boolean close, boolean http10) {
        byte[] body = response.body();
        boolean send = !head && bodyAllowed(response.status());
        boolean copy = send && body.length <= COPY_UP_TO;
        ByteBuf out = alloc.ioBuffer(HEAD_GUESS + (copy ? body.length : 0));
        writeHead(out, response, close, http10, Framing.WHOLE, head);
        if (copy) {
            return out.writeBytes(body);
        }
        return send ? Unpooled.wrappedBuffer(out, Unpooled.wrappedBuffer(body)) : out;
    }

    /** The head of an answer whose body follows. */
    ByteBuf head(ByteBufAllocator alloc, HttpResponse response, boolean close, Framing framing) {
        ByteBuf out = alloc.ioBuffer(HEAD_GUESS);
        writeHead(out, response, close, false, framing, false);
        return out;
    }

    static ByteBuf chunk(ByteBufAllocator alloc, byte[] piece) {
        ByteBuf out = alloc.ioBuffer(piece.length + 16);
        ByteBufUtil.writeAscii(out, Integer.toHexString(piece.length));
        return out.writeShort(CRLF).writeBytes(piece).writeShort(CRLF);
    }

    static ByteBuf lastChunk() {
        return Unpooled.wrappedBuffer(LAST_CHUNK);
    }

    private void writeHead(
            ByteBuf out, HttpResponse response, boolean close, boolean http10, Framing framing, boolean headRequest) {
        out.writeBytes(statusLine(response.status()));
        HeaderLines lines = new HeaderLines(out, headRequest);
        response.forEachHeader(lines::add);
        out.writeBytes(date.bytes());
        if (framing == Framing.CHUNKED) {
            out.writeBytes(CHUNKED);
        } else if (framing == Framing.WHOLE && !lines.lengthWritten && bodyAllowed(response.status())) {
            out.writeBytes(CONTENT_LENGTH);
            ByteBufUtil.writeAscii(out, Integer.toString(response.body().length));
            out.writeShort(CRLF);
        }
        if (close) {
            out.writeBytes(CLOSE);
        } else if (http10) {
            out.writeBytes(KEEP_ALIVE);
        }
        out.writeShort(CRLF);
    }

    private static boolean bodyAllowed(int status) {
        return status != NO_CONTENT && status != NOT_MODIFIED && status >= 200;
    }

    private byte[] statusLine(int status) {
        if (status < 100 || status >= STATUSES) {
            throw new IllegalArgumentException("status: " + status + " (expected: 100 to 599)");
        }
        byte[] line = statusLines[status];
        if (line == null) {
            HttpResponseStatus known = HttpResponseStatus.valueOf(status);
            line = ascii("HTTP/1.1 " + status + " " + known.reasonPhrase() + "\r\n");
            statusLines[status] = line;
        }
        return line;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes the headers of an answer, without those that the server decides: how the connection goes on, how the body is framed,
     * the date. The length is the server's too, except in the answer to a HEAD, where only the handler knows it.
     */
    private static final class HeaderLines {
        private final ByteBuf out;
        private final boolean headRequest;
        private boolean lengthWritten;

        HeaderLines(ByteBuf out, boolean headRequest) {
            this.out = out;
            this.headRequest = headRequest;
        }

        void add(String name, String value) {
            if (serverDecides(name)) {
                return;
            }
            ByteBufUtil.writeAscii(out, name);
            out.writeShort(COLON_SPACE);
            ByteBufUtil.writeUtf8(out, value);
            out.writeShort(CRLF);
        }

        private boolean serverDecides(String name) {
            return switch (name.length()) {
                case 4 -> name.equalsIgnoreCase("Date");
                case 10 -> name.equalsIgnoreCase("Connection");
                case 14 -> name.equalsIgnoreCase("Content-Length") && !isLengthOfHead();
                case 17 -> name.equalsIgnoreCase("Transfer-Encoding");
                default -> false;
            };
        }

        private boolean isLengthOfHead() {
            lengthWritten |= headRequest;
            return headRequest;
        }
    }
}
