package io.vaportrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls CloudWatch Logs with JSON that somebody else has written. Safe for any thread. */
final class LogsClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;

    LogsClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Calls an operation.
     *
     * @return the answer's body
     * @throws IllegalStateException when the answer is not 200
     */
    String call(String operation, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "Logs_20140328." + operation)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(operation + ": " + answer.body() + " (expected: 200)");
        }
        return answer.body();
    }
}
