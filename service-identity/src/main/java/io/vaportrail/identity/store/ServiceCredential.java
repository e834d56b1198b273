package io.vaportrail.identity.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user name and password for one service. The password itself is kept nowhere: no service here takes it.
 *
 * @param id for example {@code ACCA…}
 * @param serviceUserName the user name
 * @param expirationDate when it expires, or {@code null}
 * @param active whether it is accepted
 */
public record ServiceCredential(
        String id,
        String serviceName,
        String serviceUserName,
        Instant createDate,
        @Nullable Instant expirationDate,
        boolean active) {
    /** The same credential, accepted or not. */
    public ServiceCredential withActive(boolean accepted) {
        return new ServiceCredential(id, serviceName, serviceUserName, createDate, expirationDate, accepted);
    }
}
