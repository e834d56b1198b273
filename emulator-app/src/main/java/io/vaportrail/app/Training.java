package io.vaportrail.app;

import io.vaportrail.app.cli.Command;
import io.vaportrail.app.cli.CommandLineReader;
import io.vaportrail.app.cli.UsageException;
import io.vaportrail.app.log.Logs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** Rounds of what a first user sends. */
    private static final int ROUNDS = 50;

    /**
     * Rounds of a message sent, received and deleted. Where the archive keeps profiles too (from JDK 25 on), so many that the
     * compilers know the hot path by heart: the first seconds after a start then serve about twice as many requests.
     */
    private static final int HOT_ROUNDS = 5_000;

    private static final String QUEUE = "http://localhost/000000000000/q";
    private static final String HANDLE = "\"ReceiptHandle\":\"";

    private static final String SEND =
            call("SendMessage", "{\"QueueUrl\":\"" + QUEUE + "\",\"MessageBody\":\"hello\"}");
    private static final String RECEIVE = call("ReceiveMessage", "{\"QueueUrl\":\"" + QUEUE + "\"}");

    private static final List<String> CALLS = List.of(
            call("CreateQueue", "{\"QueueName\":\"q\"}"),
            call("ListQueues", "{}"),
            form("Action=GetQueueUrl&QueueName=q&Version=2012-11-05"),
            form("Action=GetQueueUrl&QueueName=none&Version=2012-11-05"),
            bucket("PUT", "/training", ""),
            bucket("PUT", "/training/key", "hello"),
            bucket("GET", "/training/key", ""),
            bucket("GET", "/training?list-type=2&prefix=k", ""),
            bucket("GET", "/training/none", ""),
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
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int round = 0; round < ROUNDS; round++) {
                for (String call : CALLS) {
                    ask(out, in, call);
                }
            }
            for (int round = 0; round < HOT_ROUNDS; round++) {
                ask(out, in, SEND);
                ask(out, in, delete(ask(out, in, RECEIVE)));
            }
        }
    }

    private static String delete(String received) throws IOException {
        int start = received.indexOf(HANDLE) + HANDLE.length();
        if (start < HANDLE.length()) {
            throw new IOException("training: " + received + " (expected: a message)");
        }
        String handle = received.substring(start, received.indexOf('"', start));
        return call("DeleteMessage", "{\"QueueUrl\":\"" + QUEUE + "\",\"ReceiptHandle\":\"" + handle + "\"}");
    }

    private static String ask(OutputStream out, InputStream in, String call) throws IOException {
        out.write(call.getBytes(StandardCharsets.US_ASCII));
        return readAnswer(in);
    }

    private static String readAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.lastIndexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("training: the connection was closed (expected: an answer)");
            }
            head.append((char) b);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int start = lower.indexOf("content-length: ") + "content-length: ".length();
        int length = Integer.parseInt(lower.substring(start, lower.indexOf('\r', start)));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String call(String operation, String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: AmazonSQS."
                + operation + "\r\n" + authorization() + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String form(String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + authorization() + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String bucket(String method, String path, String body) {
        return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization("s3") + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String authorization() {
        return authorization("sqs");
    }

    private static String authorization(String service) {
        return "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host,"
                + " Signature=0\r\n";
    }
}
