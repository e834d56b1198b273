package io.vaportrail.identity.store;

import io.vaportrail.core.identity.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A long-term access key of a user. Its text form does not show the secret. */
public final class AccessKey {
    private final String id;
    private final String secret;
    private final User user;
    private final Instant createDate;
    private volatile boolean active = true;
    private volatile @Nullable LastUse lastUse;

    /**
     * When, where and with what the key was last used.
     *
     * @param serviceName for example {@code sqs}
     */
    public record LastUse(Instant date, String serviceName, String region) {}

    /** An active key. */
    public AccessKey(String id, String secret, User user, Instant createDate) {
        this.id = id;
        this.secret = secret;
        this.user = user;
        this.createDate = createDate;
    }

    /** For example {@code AKIA…}. */
    public String id() {
        return id;
    }

    /** The secret access key: for the answer that creates it and for signatures, never for a record. */
    public String secret() {
        return secret;
    }

    /** Whose it is. */
    public User user() {
        return user;
    }

    /** When it was created. */
    public Instant createDate() {
        return createDate;
    }

    /** Whether it is accepted. */
    public boolean active() {
        return active;
    }

    /** Has it accepted or refused. */
    public void active(boolean accepted) {
        this.active = accepted;
    }

    /** When it was last used, or {@code null}. */
    public @Nullable LastUse lastUse() {
        return lastUse;
    }

    /** Notes a use. */
    public void used(LastUse use) {
        this.lastUse = use;
    }

    /** The user as the caller with this key. */
    public Caller holder() {
        return user.asCaller(id);
    }

    @Override
    public String toString() {
        return id;
    }
}
