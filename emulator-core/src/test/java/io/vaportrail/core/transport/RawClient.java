package io.vaportrail.core.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP client that sends exactly the bytes it is given, and waits ten seconds at most. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    /** A connection to the address. */
    public RawClient(InetSocketAddress address) throws IOException {
        this(connect(address));
    }

    /** A client over a socket that is open. */
    public RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address, PATIENCE_MILLIS);
        return socket;
    }

    /**
     * What came back.
     *
     * @param status the status code
     * @param headers names in lower case
     * @param body its bytes as ISO 8859-1
     */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** Sends the text, its line ends as they are. */
    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends the bytes. */
    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a GET. */
    public RawClient get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** Sends a POST with further headers, each ended by CRLF. */
    public RawClient post(String target, String headers, byte[] body) throws IOException {
        send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length
                + "\r\n\r\n");
        return send(body);
    }

    /** Reads an answer. */
    public Answer read() throws IOException {
        return read(false);
    }

    /** Reads the answer to a HEAD. */
    public Answer readHead() throws IOException {
        return read(true);
    }

    private Answer read(boolean headOnly) throws IOException {
        String statusLine = line();
        Map<String, String> headers = new TreeMap<>();
        String header;
        while (!(header = line()).isEmpty()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        boolean bodiless = headOnly || status < 200 || status == 204 || status == 304;
        return new Answer(status, headers, bodiless ? "" : body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return text(in.readNBytes(Integer.parseInt(headers.get("content-length"))));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return text(in.readAllBytes());
        }
        StringBuilder body = new StringBuilder();
        String chunk;
        while (!(chunk = chunk()).isEmpty()) {
            body.append(chunk);
        }
        return body.toString();
    }

    /** Reads one chunk of a chunked body, empty for the last. */
    public String chunk() throws IOException {
        int size = Integer.parseInt(line(), 16);
        String data = text(in.readNBytes(size));
        line();
        return data;
    }

    /** Reads a line without its end. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                throw new EOFException("connection closed after: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until the server has closed its side, and gives what came before. */
    public String readToEnd() throws IOException {
        return text(in.readAllBytes());
    }

    /** Says that nothing more will be sent. */
    public RawClient halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Leaves with a reset instead of a goodbye. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
