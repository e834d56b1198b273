package io.vaportrail.testkit;

import io.vaportrail.core.json.Json;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The emulator's administration under {@code /_vaportrail/}. */
final class AdminClient {
    private final URI endpoint;
    private final HttpTexts http;

    AdminClient(URI endpoint) {
        this.endpoint = endpoint;
        this.http = new HttpTexts(endpoint);
    }

    URI endpoint() {
        return endpoint;
    }

    Map<String, @Nullable Object> get(String path) {
        return object(path, http.get("/_vaportrail/" + path));
    }

    Map<String, @Nullable Object> post(String path, String body) {
        return object(path, http.post("/_vaportrail/" + path, body));
    }

    private static Map<String, @Nullable Object> object(String path, HttpTexts.Answer answer) {
        Map<String, @Nullable Object> object = Json.readObject(answer.body());
        if (answer.status() != 200 || object == null) {
            throw new VaportrailException(
                    path + ": " + answer.status() + " " + answer.body().strip());
        }
        return object;
    }
}
