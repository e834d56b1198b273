package io.vaportrail.app.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What the machine, or the container, is called. */
final class MachineName {
    private MachineName() {}

    /** The host name, or {@code null} when the machine does not know itself by one. */
    static @Nullable String find() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
