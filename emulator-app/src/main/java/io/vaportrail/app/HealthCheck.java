package io.vaportrail.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks an emulator on this machine whether it is well. A socket is all it takes: an HTTP client would cost more to load than to use. */
final class HealthCheck {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final String WELL = "HTTP/1.1 200 ";
    private static final byte[] REQUEST =
            "GET /_vaportrail/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private HealthCheck() {}

    /**
     * Returns when the emulator is well.
     *
     * @throws IOException when it is not, or cannot be reached
     */
    static void run(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST);
            String answer = new String(socket.getInputStream().readNBytes(WELL.length()), StandardCharsets.US_ASCII);
            if (!answer.equals(WELL)) {
                throw new IOException(answer.strip() + " (expected: " + WELL.strip() + ")");
            }
        } catch (IOException e) {
            throw new IOException("health: port " + port + ": " + e.getMessage(), e);
        }
    }
}
