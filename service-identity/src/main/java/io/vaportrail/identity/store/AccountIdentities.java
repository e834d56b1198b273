package io.vaportrail.identity.store;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The identities of one account. Its monitor is held by whoever changes something in it. */
public final class AccountIdentities {
    private final String accountId;
    private final NamedTable<User> users = new NamedTable<>();
    private final NamedTable<Group> groups = new NamedTable<>();
    private final NamedTable<Role> roles = new NamedTable<>();
    private final NamedTable<ManagedPolicy> policies = new NamedTable<>();
    private final NamedTable<InstanceProfile> instanceProfiles = new NamedTable<>();
    private final Map<String, SamlProvider> samlProviders = new ConcurrentSkipListMap<>();
    private final Map<String, OidcProvider> oidcProviders = new ConcurrentSkipListMap<>();
    private final Map<String, MfaDevice> mfaDevices = new ConcurrentSkipListMap<>();
    private final OutboundFederation outboundFederation = new OutboundFederation();
    private volatile int globalEndpointTokenVersion = 1;
    private volatile @Nullable String alias;
    private volatile @Nullable PasswordPolicy passwordPolicy;
    private volatile @Nullable CredentialReport credentialReport;

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

    /** Its SAML providers by ARN. */
    public Map<String, SamlProvider> samlProviders() {
        return samlProviders;
    }

    /** Its OpenID Connect providers by ARN. */
    public Map<String, OidcProvider> oidcProviders() {
        return oidcProviders;
    }

    /** Its virtual MFA devices by serial number. */
    public Map<String, MfaDevice> mfaDevices() {
        return mfaDevices;
    }

    /** Which tokens STS's global endpoint issues: 1 or 2. */
    public int globalEndpointTokenVersion() {
        return globalEndpointTokenVersion;
    }

    /** Changes which tokens STS's global endpoint issues. */
    public void globalEndpointTokenVersion(int changed) {
        this.globalEndpointTokenVersion = changed;
    }

    /** Its alias, or {@code null}. */
    public @Nullable String alias() {
        return alias;
    }

    /** Gives it an alias, or takes it away. */
    public void alias(@Nullable String changed) {
        this.alias = changed;
    }

    /** What it demands of passwords, or {@code null} for AWS's defaults. */
    public @Nullable PasswordPolicy passwordPolicy() {
        return passwordPolicy;
    }

    /** Changes what it demands of passwords. */
    public void passwordPolicy(@Nullable PasswordPolicy changed) {
        this.passwordPolicy = changed;
    }

    /** The tokens that STS signs for it. */
    public OutboundFederation outboundFederation() {
        return outboundFederation;
    }

    /** The report on its credentials that was made last, or {@code null}. */
    public @Nullable CredentialReport credentialReport() {
        return credentialReport;
    }

    /** Keeps a new report. */
    public void credentialReport(CredentialReport made) {
        this.credentialReport = made;
    }
}
