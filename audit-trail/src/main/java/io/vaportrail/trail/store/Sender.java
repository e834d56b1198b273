package io.vaportrail.trail.store;

import io.vaportrail.core.http.Origin;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one client have in common.
 *
 * @param caller who
 * @param region where the calls work
 * @param sourceIpAddress IP address, or the DNS name of a service
 * @param userAgent as sent, or {@code null}
 * @param host the Host header as sent, or {@code null} for a call within the process
 * @param tls what was agreed on over TLS, or {@code null}
 */
public record Sender(
        Caller caller,
        String region,
        String sourceIpAddress,
        @Nullable String userAgent,
        @Nullable String host,
        Origin.@Nullable Tls tls) {

    static Sender of(Call call) {
        CallOrigin origin = call.origin();
        return new Sender(
                call.recordedCaller(),
                call.region(),
                origin.sourceIpAddress(),
                origin.userAgent(),
                origin.host(),
                origin.tls());
    }

    /** Whether the call is one of this sender's; cheaper than making its sender. */
    boolean sent(Call call) {
        CallOrigin origin = call.origin();
        return sameCaller(call.recordedCaller())
                && region.equals(call.region())
                && Objects.equals(userAgent, origin.userAgent())
                && Objects.equals(host, origin.host())
                && sourceIpAddress.equals(origin.sourceIpAddress())
                && Objects.equals(tls, origin.tls());
    }

    @SuppressWarnings("ReferenceEquality") // a short cut: callers are shared, so most are the very same
    private boolean sameCaller(Caller other) {
        return caller == other || caller.equals(other);
    }
}
