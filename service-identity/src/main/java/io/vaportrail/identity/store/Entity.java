package io.vaportrail.identity.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What IAM knows by a name and a path: users, groups, roles, managed policies and instance profiles. */
public abstract sealed class Entity permits Group, InstanceProfile, ManagedPolicy, Role, User {
    private final String accountId;
    private final String kind;
    private final String id;
    private final Instant createDate;
    private volatile Naming naming;
    private volatile Map<String, String> tags = Map.of();

    private record Naming(String path, String name, String arn) {}

    /**
     * An entity without tags.
     *
     * @param kind what ARNs call it, for example {@code user}
     */
    Entity(String accountId, String kind, EntityName name, String id, Instant createDate) {
        this.accountId = accountId;
        this.kind = kind;
        this.id = id;
        this.createDate = createDate;
        this.naming = naming(name);
    }

    private Naming naming(EntityName name) {
        return new Naming(
                name.path(), name.name(), "arn:aws:iam::" + accountId + ":" + kind + name.path() + name.name());
    }

    /** The account that it belongs to, 12 digits; {@code aws} for the managed policies of AWS. */
    public final String accountId() {
        return accountId;
    }

    /** Its unique id, for example {@code AIDA…}. */
    public final String id() {
        return id;
    }

    /** When it was created. */
    public final Instant createDate() {
        return createDate;
    }

    /** Its friendly name. */
    public final String name() {
        return naming.name;
    }

    /** Its path, which begins and ends with a slash. */
    public final String path() {
        return naming.path;
    }

    /** Its ARN. */
    public final String arn() {
        return naming.arn;
    }

    /** Its tags in the order in which they were set. */
    public final Map<String, String> tags() {
        return tags;
    }

    /** Replaces the tags. */
    public final void tags(Map<String, String> changed) {
        this.tags = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    }

    /** Gives it another path and name, and so another ARN. Its table must be told: {@link NamedTable#rename}. */
    void rename(EntityName name) {
        this.naming = naming(name);
    }
}
