package io.vaportrail.trail.store;

import io.vaportrail.core.http.Origin;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.support.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store at a known time, and calls to put into it. */
public final class TrailFixture {
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "eu-west-1";
    public static final Instant NOW = Instant.parse("2026-03-09T14:05:06.789Z");
    public static final Caller SARAH = Caller.user(ACCOUNT, "sarah", "sarah@" + ACCOUNT);
    public static final Origin.Tls TLS = new Origin.Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256");

    public final EmulatorClock clock = Surroundings.stillClock(NOW);
    public final TrailStore store;

    public TrailFixture() {
        this(TrailLimits.DEFAULT);
    }

    public TrailFixture(TrailLimits limits) {
        this.store = new TrailStore(clock, new SeededIds(7), limits);
    }

    public static CallOrigin origin() {
        return CallOrigin.within("192.0.2.7", "aws-cli/2.15.0", "https://sqs.eu-west-1.amazonaws.com")
                .over(WireProtocol.AWS_JSON_1_0, "sqs.eu-west-1.amazonaws.com", null);
    }

    public static Call call(OperationSchema<?, ?> operation) {
        return call(operation, SARAH);
    }

    public static Call call(OperationSchema<?, ?> operation, Caller caller) {
        return call(operation, caller, REGION, origin());
    }

    public static Call call(OperationSchema<?, ?> operation, Caller caller, String region, CallOrigin origin) {
        return new Call(operation, caller, region, "5b4a7ad1-17f7-4d7f-9f0a-0d1c2e3f4a5b", origin);
    }

    /** What the function makes of every record, the newest first. */
    public <T> List<T> newestFirst(Function<StoredCall, T> make) {
        List<T> all = new ArrayList<>();
        try (TrailCursor cursor = store.newestFirst()) {
            for (StoredCall call = cursor.next(); call != null; call = cursor.next()) {
                all.add(make.apply(call));
            }
        }
        return all;
    }

    /** What the function makes of the newest record. */
    public <T> T newest(Function<StoredCall, T> make) {
        return newestFirst(make).get(0);
    }

    /** Every byte that the store holds. */
    public byte[] storedBytes() {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (Ring ring : store.rings()) {
            for (Ring.@Nullable Pin pin = ring.pinNewest(); pin != null; ) {
                bytes.write(pin.block().bytes, 0, pin.block().bytes.length);
                Ring.Pin old = pin;
                pin = ring.pinBefore(old.block().number);
                ring.release(old);
            }
        }
        return bytes.toByteArray();
    }
}
