package io.vaportrail.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Spoiled requests to an emulator that is started once for a class: none is answered with a status of 500 or above but 501. */
abstract class FuzzTest {
    static final int NOT_IMPLEMENTED = 501;

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static @Nullable TestEmulator started;

    @BeforeContainer
    static void start() {
        started = TestEmulator.start(false);
    }

    @AfterContainer
    static void stop() {
        emulator().close();
    }

    static TestEmulator emulator() {
        return Objects.requireNonNull(started);
    }

    /** What an operation, by its target, is answered in JSON; {@code service} is that of the signature. */
    static int status(String target, String mediaType, String service, byte[] body) {
        Wire wire = new Wire(emulator().endpoint(), HTTP);
        return wire.send(wire.request("/")
                        .header("X-Amz-Target", target)
                        .header("Content-Type", mediaType)
                        .header("Authorization", Wire.authorization("app", "us-east-1", service))
                        .POST(BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    static void assertTold(int status, String operation, byte[] body) {
        assertThat(status == NOT_IMPLEMENTED || status < 500)
                .as("%s %s %s", operation, status, new String(body, StandardCharsets.UTF_8))
                .isTrue();
    }
}
