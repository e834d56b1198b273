package io.vaportrail.identity.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A managed policy, the customer's or AWS's, with its versions. */
public final class ManagedPolicy extends Entity {
    /** The account part in ARNs of AWS's own policies. */
    public static final String AWS = "aws";

    private final @Nullable String description;
    private volatile State state;

    /**
     * A version.
     *
     * @param number 1 for {@code v1}
     * @param document as it was given
     */
    public record Version(int number, String document, Instant createDate) {
        /** For example {@code v1}. */
        public String id() {
            return "v" + number;
        }
    }

    private record State(List<Version> versions, Version defaultVersion, int lastNumber, Instant updateDate) {}

    /** A policy with its first version; its id begins with {@code ANPA}. */
    public ManagedPolicy(
            String accountId,
            EntityName name,
            String id,
            @Nullable String description,
            Version first,
            Instant createDate,
            Instant updateDate) {
        super(accountId, "policy", name, id, createDate);
        this.description = description;
        this.state = new State(List.of(first), first, first.number(), updateDate);
    }

    /** Whether it is one of AWS's. */
    public boolean isAws() {
        return accountId().equals(AWS);
    }

    /** Its description, or {@code null}. */
    public @Nullable String description() {
        return description;
    }

    /** Its versions, the oldest first. */
    public List<Version> versions() {
        return state.versions;
    }

    /** The version in force. */
    public Version defaultVersion() {
        return state.defaultVersion;
    }

    /** The version with this id, or {@code null}. */
    public @Nullable Version version(String versionId) {
        for (Version version : state.versions) {
            if (version.id().equals(versionId)) {
                return version;
            }
        }
        return null;
    }

    /** When it was last changed. */
    public Instant updateDate() {
        return state.updateDate;
    }

    /** Adds a version; numbers are never used again. */
    public Version add(String document, boolean asDefault, Instant now) {
        Version added = new Version(state.lastNumber + 1, document, now);
        List<Version> changed = new ArrayList<>(state.versions);
        changed.add(added);
        state = new State(List.copyOf(changed), asDefault ? added : state.defaultVersion, added.number(), now);
        return added;
    }

    /** Takes out a version other than the one in force. */
    public void remove(Version version, Instant now) {
        List<Version> changed = new ArrayList<>(state.versions);
        changed.remove(version);
        state = new State(List.copyOf(changed), state.defaultVersion, state.lastNumber, now);
    }

    /** Puts a version in force. */
    public void makeDefault(Version version, Instant now) {
        state = new State(state.versions, version, state.lastNumber, now);
    }
}
