package io.vaportrail.app;

import io.vaportrail.core.protocol.Protocols;

/** All wire protocols that the emulator speaks. */
public final class WireProtocols {
    private WireProtocols() {}

    /** Each made when it is first spoken. */
    public static Protocols all() {
        return Protocols.all();
    }
}
