package io.vaportrail.app;

import io.vaportrail.app.cli.Command;
import io.vaportrail.app.cli.CommandLineReader;
import io.vaportrail.app.cli.UsageException;
import io.vaportrail.app.log.Logs;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A run that starts the emulator on a free port, sends it what a first user sends, and stops: the virtual machine archives the
 * classes that were loaded, so that the next start finds them ready.
 */
final class Training {
    private static final int PATIENCE_MILLIS = 10_000;

    /** Rounds enough for the hot path to be noticed where the archive keeps profiles too. */
    private static final int ROUNDS = 200;

    private static final List<String> CALLS = List.of(
            call("CreateQueue", "{\"QueueName\":\"q\"}"),
            call("SendMessage", "{\"QueueUrl\":\"http://localhost/000000000000/q\",\"MessageBody\":\"hello\"}"),
            call("ReceiveMessage", "{\"QueueUrl\":\"http://localhost/000000000000/q\"}"),
            call("ListQueues", "{}"),
            form("Action=GetQueueUrl&QueueName=q&Version=2012-11-05"),
            form("Action=GetQueueUrl&QueueName=none&Version=2012-11-05"),
            "GET /_vaportrail/health HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private Training() {}

    static void run() throws IOException, UsageException {
        Command command = new CommandLineReader(Map.of(), Version.text()).read("start", "--port", "0");
        Command.Start start = (Command.Start) command;
        Logs.configure("error", start.options().logRequests());
        Emulator emulator = Emulator.start(Main.options(start.options()));
        try {
            exercise(emulator.endpoint());
        } finally {
            emulator.close();
            Logs.stop();
        }
    }

    private static void exercise(URI endpoint) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int round = 0; round < ROUNDS; round++) {
                for (String call : CALLS) {
                    socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
                    readAnswer(socket.getInputStream());
                }
            }
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("training: the connection was closed (expected: an answer)");
            }
            head.append((char) b);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int start = lower.indexOf("content-length: ") + "content-length: ".length();
        in.readNBytes(Integer.parseInt(lower.substring(start, lower.indexOf('\r', start))));
    }

    private static String call(String operation, String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: AmazonSQS."
                + operation + "\r\n" + authorization() + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String form(String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + authorization() + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String authorization() {
        return "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host,"
                + " Signature=0\r\n";
    }
}
