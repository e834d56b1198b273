package io.vaportrail.identity;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.AttachedPolicies;
import io.vaportrail.identity.store.BoundedPrincipal;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.store.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policies of the users and roles that IAM has created, and of the sessions that STS has begun. Who was never created is an
 * administrator; a session of a role that is gone may nothing.
 */
final class IdentityPolicyDirectory implements PolicyDirectory {
    private final Accounts accounts;

    IdentityPolicyDirectory(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public PrincipalPolicies policiesOf(Caller caller) {
        SessionCredentials.Grant grant = grantOf(caller);
        return switch (caller.type()) {
            case ROOT -> narrowed(PrincipalPolicies.ADMINISTRATOR, grant);
            case IAM_USER -> ofUser(principal(caller));
            case ASSUMED_ROLE -> narrowed(ofRole(principal(caller)), grant);
            // without session policies a federated user may nothing but what resources let it
            case FEDERATED_USER ->
                grant.narrowed() ? narrowed(ofUser(principal(caller)), grant) : PrincipalPolicies.NONE;
            default -> PrincipalPolicies.NONE;
        };
    }

    @Override
    public Map<String, String> principalTags(Caller caller) {
        Map<String, String> own = principal(caller) instanceof Entity entity ? entity.tags() : Map.of();
        Map<String, String> session = grantOf(caller).tags();
        if (session.isEmpty()) {
            return own;
        }
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(own);
        session.forEach((key, value) -> {
            tags.remove(key);
            tags.put(key, value);
        });
        return tags;
    }

    @Override
    public Map<String, String> transitiveTags(Caller caller) {
        return grantOf(caller).transitiveTags();
    }

    private SessionCredentials.Grant grantOf(Caller caller) {
        String key = caller.session() == null ? null : caller.accessKeyId();
        SessionCredentials session = key == null ? null : accounts.sessions().find(key);
        return session == null ? SessionCredentials.Grant.NONE : session.grant();
    }

    private static PrincipalPolicies narrowed(PrincipalPolicies policies, SessionCredentials.Grant grant) {
        if (!grant.narrowed()) {
            return policies;
        }
        List<NamedPolicy> session = new ArrayList<>();
        NamedPolicy inline = grant.policy();
        if (inline != null) {
            session.add(inline);
        }
        grant.managed().forEach(policy -> session.add(named(policy)));
        return new PrincipalPolicies(policies.identity(), policies.boundary(), session, policies.administrator());
    }

    /** The user or role that the caller is or speaks for, or {@code null} when it was never created. */
    private @Nullable BoundedPrincipal principal(Caller caller) {
        AccountIdentities account = accounts.peek(caller.accountId());
        if (account == null) {
            return null;
        }
        if (caller.type() == Caller.Type.IAM_USER) {
            return same(
                    caller.userName() == null ? null : account.users().get(caller.userName()), caller.principalId());
        }
        Caller.Session session = caller.session();
        Caller.Issuer issuer = session == null ? null : session.issuer();
        if (issuer == null || issuer.userName() == null) {
            return null;
        }
        Entity holder = issuer.type().equals("Role")
                ? account.roles().get(issuer.userName())
                : account.users().get(issuer.userName());
        return same(holder, issuer.principalId());
    }

    /** One who was deleted and created again is another. */
    private static @Nullable BoundedPrincipal same(@Nullable Entity entity, String principalId) {
        return entity instanceof BoundedPrincipal principal && entity.id().equals(principalId) ? principal : null;
    }

    private static PrincipalPolicies ofUser(@Nullable BoundedPrincipal user) {
        return user == null ? PrincipalPolicies.ADMINISTRATOR : policiesOf(user);
    }

    private static PrincipalPolicies ofRole(@Nullable BoundedPrincipal role) {
        return role == null ? PrincipalPolicies.NONE : policiesOf(role);
    }

    private static PrincipalPolicies policiesOf(BoundedPrincipal principal) {
        List<NamedPolicy> identity = new ArrayList<>();
        add(identity, principal.policies());
        if (principal instanceof User user) {
            for (Group group : user.groups()) {
                add(identity, group.policies());
            }
        }
        ManagedPolicy boundary = principal.permissionsBoundary();
        return new PrincipalPolicies(identity, boundary == null ? null : named(boundary), List.of(), false);
    }

    private static void add(List<NamedPolicy> all, AttachedPolicies policies) {
        policies.inline().forEach((name, document) -> all.add(new NamedPolicy(name, document)));
        for (ManagedPolicy policy : policies.managed()) {
            all.add(named(policy));
        }
    }

    private static NamedPolicy named(ManagedPolicy policy) {
        return new NamedPolicy(policy.arn(), policy.defaultVersion().document());
    }
}
