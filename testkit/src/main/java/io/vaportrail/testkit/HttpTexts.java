package io.vaportrail.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain requests to the emulator, outside of AWS's protocols. For the testkit's own use. */
public final class HttpTexts {
    /** As long as moving the clock over a busy year may take. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** One for all; its threads are daemons and end when idle. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI endpoint;

    /** To the emulator that listens there. */
    public HttpTexts(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param body as text
     */
    public record Answer(int status, String body) {}

    /**
     * Gets a path, which may have a query.
     *
     * @throws VaportrailException when nothing answers
     */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).GET());
    }

    /**
     * Posts to a path.
     *
     * @throws VaportrailException when nothing answers
     */
    public Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(TIMEOUT).build();
        try {
            var response = HTTP.send(built, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new VaportrailException(built.method() + " " + built.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaportrailException(built.method() + " " + built.uri() + ": interrupted", e);
        }
    }
}
