package io.vaportrail.identity.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role. */
public final class Role extends Entity implements PolicyHolder, BoundedPrincipal {
    private final AttachedPolicies policies = new AttachedPolicies();
    private final @Nullable String serviceName;
    private volatile String trustPolicy;
    private volatile @Nullable String description;
    private volatile int maxSessionDuration;
    private volatile @Nullable ManagedPolicy permissionsBoundary;
    private volatile @Nullable LastUse lastUse;

    /**
     * When and where the role was last used.
     *
     * @param region for example {@code us-east-1}
     */
    public record LastUse(Instant date, String region) {}

    /**
     * A role without policies; its id begins with {@code AROA}.
     *
     * @param trustPolicy who may assume it, as it was given
     * @param maxSessionDuration in seconds
     * @param serviceName the service that a service-linked role belongs to, else {@code null}
     */
    public Role(
            String accountId,
            EntityName name,
            String id,
            Instant createDate,
            String trustPolicy,
            int maxSessionDuration,
            @Nullable String serviceName) {
        super(accountId, "role", name, id, createDate);
        this.trustPolicy = trustPolicy;
        this.maxSessionDuration = maxSessionDuration;
        this.serviceName = serviceName;
    }

    @Override
    public AttachedPolicies policies() {
        return policies;
    }

    /** The service that it is linked to, or {@code null}. */
    public @Nullable String serviceName() {
        return serviceName;
    }

    /** The document that says who may assume it. */
    public String trustPolicy() {
        return trustPolicy;
    }

    /** Replaces the trust policy. */
    public void trustPolicy(String changed) {
        this.trustPolicy = changed;
    }

    /** Its description, or {@code null}. */
    public @Nullable String description() {
        return description;
    }

    /** Changes the description. */
    public void description(@Nullable String changed) {
        this.description = changed;
    }

    /** How long a session may last, in seconds. */
    public int maxSessionDuration() {
        return maxSessionDuration;
    }

    /** Changes how long a session may last. */
    public void maxSessionDuration(int seconds) {
        this.maxSessionDuration = seconds;
    }

    @Override
    public @Nullable ManagedPolicy permissionsBoundary() {
        return permissionsBoundary;
    }

    @Override
    public void permissionsBoundary(@Nullable ManagedPolicy boundary) {
        this.permissionsBoundary = boundary;
    }

    /** When it was last used, or {@code null}. */
    public @Nullable LastUse lastUse() {
        return lastUse;
    }

    /** Notes a use. */
    public void used(Instant date, String region) {
        this.lastUse = new LastUse(date, region);
    }
}
