package io.vaportrail.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PrincipalPolicies;
import io.vaportrail.identity.iam.policy.AwsManagedPolicies;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import io.vaportrail.support.Surroundings;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IdentityPolicyDirectoryTest {
    private static final String ACCOUNT = "111122223333";
    private static final Instant DATE = Instant.parse("2030-01-01T00:00:00Z");
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"*\"}}";

    private final Accounts accounts = new Accounts(Surroundings.stillClock(DATE));
    private final AccountIdentities account = accounts.of(ACCOUNT);
    private final AwsManagedPolicies aws = new AwsManagedPolicies();
    private final IdentityPolicyDirectory directory = new IdentityPolicyDirectory(accounts);

    @Test
    void takesWhoWasNeverCreatedForAnAdministrator() {
        assertThat(directory.policiesOf(Caller.root(ACCOUNT, "test")).administrator())
                .isTrue();
        assertThat(directory.policiesOf(Caller.user(ACCOUNT, "sarah", "sarah")).administrator())
                .isTrue();
        assertThat(directory
                        .policiesOf(Caller.user("444455556666", "sarah", "sarah"))
                        .administrator())
                .isTrue();
        assertThat(directory.policiesOf(Caller.anonymous(ACCOUNT))).isEqualTo(PrincipalPolicies.NONE);
    }

    @Test
    void gathersThePoliciesOfAUserAndItsGroups() throws Exception {
        User user = user("AIDAUSER");
        Group group = new Group(ACCOUNT, new EntityName("/", "team"), "AGPATEAM", DATE);
        user.join(group);
        user.policies().put("own", document(PolicyKind.IDENTITY));
        user.policies().attach(managed("AmazonSQSFullAccess"));
        group.policies().put("shared", document(PolicyKind.IDENTITY));
        group.policies().attach(managed("ReadOnlyAccess"));
        user.permissionsBoundary(managed("PowerUserAccess"));
        user.tags(Map.of("team", "blue"));

        Caller caller = user.asCaller("AKIAEXAMPLE");
        PrincipalPolicies policies = directory.policiesOf(caller);

        assertThat(policies.administrator()).isFalse();
        assertThat(policies.identity())
                .extracting(NamedPolicy::id)
                .containsExactly(
                        "own",
                        "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
                        "shared",
                        "arn:aws:iam::aws:policy/ReadOnlyAccess");
        assertThat(policies.boundary())
                .extracting(NamedPolicy::id)
                .isEqualTo("arn:aws:iam::aws:policy/PowerUserAccess");
        assertThat(directory.principalTags(caller)).containsExactly(Map.entry("team", "blue"));
    }

    @Test
    void tellsAUserThatWasCreatedAgainFromTheFirst() {
        User first = user("AIDAFIRST");
        Caller caller = first.asCaller("AKIAEXAMPLE");
        account.users().remove(first);
        user("AIDASECOND");

        assertThat(directory.policiesOf(caller).administrator()).isTrue();
    }

    @Test
    void findsTheRoleOfASession() throws Exception {
        Role role = new Role(
                ACCOUNT,
                new EntityName("/", "worker"),
                "AROAWORKER",
                DATE,
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\","
                                + "\"Action\":\"sts:AssumeRole\"}}",
                        PolicyKind.TRUST),
                3600,
                null);
        role.policies().put("own", document(PolicyKind.IDENTITY));
        account.roles().add(role);
        Caller session = new Caller(
                Caller.Type.ASSUMED_ROLE,
                ACCOUNT,
                "AROAWORKER:run",
                "arn:aws:sts::" + ACCOUNT + ":assumed-role/worker/run",
                null,
                "ASIAEXAMPLE",
                new Caller.Session(
                        new Caller.Issuer("Role", "AROAWORKER", role.arn(), ACCOUNT, "worker"),
                        DATE,
                        false,
                        null,
                        false),
                null);

        assertThat(directory.policiesOf(session).identity())
                .extracting(NamedPolicy::id)
                .containsExactly("own");
    }

    private User user(String id) {
        User user = new User(ACCOUNT, new EntityName("/", "sarah"), id, DATE);
        account.users().add(user);
        return user;
    }

    private ManagedPolicy managed(String name) {
        return Objects.requireNonNull(aws.get("arn:aws:iam::aws:policy/" + name), name);
    }

    private static PolicyDocument document(PolicyKind kind) throws Exception {
        return PolicyDocument.parse(DOCUMENT, kind);
    }
}
