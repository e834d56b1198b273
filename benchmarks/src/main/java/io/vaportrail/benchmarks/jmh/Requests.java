package io.vaportrail.benchmarks.jmh;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.http.ResponseStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requests as an SDK sends them. */
final class Requests {
    static final String QUEUE = "http://127.0.0.1:4566/000000000000/Benchmark";
    static final String SEND = "{\"QueueUrl\":\"" + QUEUE
            + "\",\"MessageBody\":\"{\\\"order\\\":4711,\\\"customer\\\":\\\"Sarah\\\",\\\"amount\\\":\\\"12.50\\\"}\"}";
    static final String RECEIVE = "{\"QueueUrl\":\"" + QUEUE + "\"}";
    private static final String HANDLE = "\"ReceiptHandle\":\"";
    private static final Origin ORIGIN = new Origin("127.0.0.1", null);

    private Requests() {}

    static HttpRequest of(String operation, String json) {
        ListHeaders headers = ListHeaders.of(
                "Host",
                "127.0.0.1:4566",
                "Content-Type",
                "application/x-amz-json-1.0",
                "User-Agent",
                "aws-sdk-java/2.40.2",
                "X-Amz-Target",
                "AmazonSQS." + operation,
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=sarah/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0");
        return new HttpRequest("POST", "/", null, headers, json.getBytes(StandardCharsets.UTF_8), ORIGIN);
    }

    static String delete(HttpResponse received) {
        String text = new String(received.body(), StandardCharsets.UTF_8);
        int start = text.indexOf(HANDLE) + HANDLE.length();
        if (start < HANDLE.length()) {
            throw new IllegalStateException("answer: " + text + " (expected: a message)");
        }
        String handle = text.substring(start, text.indexOf('"', start));
        return "{\"QueueUrl\":\"" + QUEUE + "\",\"ReceiptHandle\":\"" + handle + "\"}";
    }

    /** Takes an answer that is made at once. */
    static final class Answered implements Exchange {
        private final HttpRequest request;
        private @Nullable HttpResponse response;

        Answered(HttpRequest request) {
            this.request = request;
        }

        @Override
        public HttpRequest request() {
            return request;
        }

        @Override
        public void respond(HttpResponse answer) {
            response = answer;
        }

        @Override
        public void onDisconnect(Runnable action) {
            throw new IllegalStateException("answer: later (expected: at once)");
        }

        @Override
        public ResponseStream stream(HttpResponse head) {
            throw new IllegalStateException("answer: a stream (expected: whole)");
        }

        HttpResponse response() {
            HttpResponse made = response;
            if (made == null || made.status() != 200) {
                throw new IllegalStateException(
                        "status: " + (made == null ? "none" : made.status()) + " (expected: 200)");
            }
            return made;
        }
    }
}
