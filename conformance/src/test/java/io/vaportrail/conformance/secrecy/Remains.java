package io.vaportrail.conformance.secrecy;

import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.s3.S3Client;

/** All that is left of calls: what the trail shows in every form, event history, and what a trail delivered. */
final class Remains {
    private final TestEmulator emulator;
    private final Wire wire;
    private final CloudTrailClient trail;
    private final Deliveries deliveries;

    /** Sets a trail up that delivers everything. */
    Remains(TestEmulator emulator, S3Client s3) {
        this.emulator = emulator;
        this.wire = new Wire(emulator.endpoint());
        this.trail = emulator.clients().cloudTrail("test");
        this.deliveries = new Deliveries(emulator.clients(), s3);
    }

    /** Everything, by where it was found. */
    Map<String, String> all() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String form : new String[] {
            "?limit=10000", "?limit=10000&format=text", "/summary", "/summary?format=text", "/policy?principal=app"
        }) {
            found.put(form, wire.get("/_vaportrail/trail" + form).body());
        }
        found.put("health", wire.get("/_vaportrail/health").body());
        StringBuilder history = new StringBuilder();
        trail.lookupEventsPaginator(r -> {}).events().stream()
                .map(Event::toString)
                .forEach(history::append);
        found.put("event history", history.toString());
        emulator.advanceSeconds(60);
        wire.post("/_vaportrail/trail/flush", "");
        emulator.settle();
        found.putAll(deliveries.arrived());
        return found;
    }
}
