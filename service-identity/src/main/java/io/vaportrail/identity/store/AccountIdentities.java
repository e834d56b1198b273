package io.vaportrail.identity.store;

/** The identities of one account. Its monitor is held by whoever changes something in it. */
public final class AccountIdentities {
    private final String accountId;
    private final NamedTable<User> users = new NamedTable<>();
    private final NamedTable<Group> groups = new NamedTable<>();
    private final NamedTable<Role> roles = new NamedTable<>();
    private final NamedTable<ManagedPolicy> policies = new NamedTable<>();
    private final NamedTable<InstanceProfile> instanceProfiles = new NamedTable<>();

    AccountIdentities(String accountId) {
        this.accountId = accountId;
    }

    /** 12 digits. */
    public String accountId() {
        return accountId;
    }

    /** Its users. */
    public NamedTable<User> users() {
        return users;
    }

    /** Its groups. */
    public NamedTable<Group> groups() {
        return groups;
    }

    /** Its roles, service-linked ones included. */
    public NamedTable<Role> roles() {
        return roles;
    }

    /** The managed policies that it has created. */
    public NamedTable<ManagedPolicy> policies() {
        return policies;
    }

    /** Its instance profiles. */
    public NamedTable<InstanceProfile> instanceProfiles() {
        return instanceProfiles;
    }
}
