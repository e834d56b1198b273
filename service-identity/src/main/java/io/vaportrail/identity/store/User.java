package io.vaportrail.identity.store;

import io.vaportrail.core.identity.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user. */
public final class User extends Entity implements PolicyHolder, BoundedPrincipal {
    private final AttachedPolicies policies = new AttachedPolicies();
    private volatile List<Group> groups = List.of();
    private volatile List<AccessKey> accessKeys = List.of();
    private volatile @Nullable ManagedPolicy permissionsBoundary;
    private volatile @Nullable LoginProfile loginProfile;
    private volatile @Nullable Caller lastCaller;

    /** A user without keys, groups and policies; its id begins with {@code AIDA}. */
    public User(String accountId, EntityName name, String id, Instant createDate) {
        super(accountId, "user", name, id, createDate);
    }

    /** The user as the caller with an access key. */
    public Caller asCaller(String accessKeyId) {
        Caller known = lastCaller;
        if (known != null && accessKeyId.equals(known.accessKeyId())) {
            return known;
        }
        Caller made = new Caller(Caller.Type.IAM_USER, accountId(), id(), arn(), name(), accessKeyId, null, null);
        lastCaller = made;
        return made;
    }

    @Override
    void rename(EntityName name) {
        super.rename(name);
        lastCaller = null;
    }

    @Override
    public AttachedPolicies policies() {
        return policies;
    }

    /** The groups that it is a member of, in the order of joining. */
    public List<Group> groups() {
        return groups;
    }

    /** Joins a group; nothing happens when it is a member already. */
    public void join(Group group) {
        if (!groups.contains(group)) {
            groups = with(groups, group);
        }
    }

    /** Leaves a group; {@code false} when it is no member. */
    public boolean leave(Group group) {
        boolean member = groups.contains(group);
        groups = without(groups, group);
        return member;
    }

    /** Its access keys, the oldest first. */
    public List<AccessKey> accessKeys() {
        return accessKeys;
    }

    /** Gives it a key. */
    public void add(AccessKey key) {
        accessKeys = with(accessKeys, key);
    }

    /** Takes a key away. */
    public void remove(AccessKey key) {
        accessKeys = without(accessKeys, key);
    }

    @Override
    public @Nullable ManagedPolicy permissionsBoundary() {
        return permissionsBoundary;
    }

    @Override
    public void permissionsBoundary(@Nullable ManagedPolicy boundary) {
        this.permissionsBoundary = boundary;
    }

    /** How it signs in to the console, or {@code null} when it cannot. */
    public @Nullable LoginProfile loginProfile() {
        return loginProfile;
    }

    /** Lets it sign in to the console, or no more. */
    public void loginProfile(@Nullable LoginProfile changed) {
        this.loginProfile = changed;
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.add(element);
        return List.copyOf(changed);
    }

    private static <T> List<T> without(List<T> list, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.remove(element);
        return List.copyOf(changed);
    }
}
