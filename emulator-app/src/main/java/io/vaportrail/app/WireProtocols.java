package io.vaportrail.app;

import io.vaportrail.core.protocol.Protocols;

/** All wire protocols that the emulator speaks. */
final class WireProtocols {
    private WireProtocols() {}

    static Protocols all() {
        return Protocols.all();
    }
}
