package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.User;

/** Groups, and what concerns a whole account. */
class AccountTest extends IamTest {
    @Test
    void putsUsersIntoGroups() {
        iam.createGroup(r -> r.groupName("team").path("/a/"));
        iam.createUser(r -> r.userName("nora"));
        iam.createUser(r -> r.userName("otto"));

        iam.addUserToGroup(r -> r.groupName("team").userName("otto"));
        iam.addUserToGroup(r -> r.groupName("team").userName("nora"));
        iam.addUserToGroup(r -> r.groupName("team").userName("nora"));
        iam.updateGroup(r -> r.groupName("team").newGroupName("crew"));

        assertThat(iam.getGroupPaginator(r -> r.groupName("crew").maxItems(1)).users())
                .extracting(User::userName)
                .containsExactly("nora", "otto");
        assertThat(iam.listGroupsForUser(r -> r.userName("nora")).groups())
                .extracting(Group::arn)
                .containsExactly("arn:aws:iam::" + ACCOUNT + ":group/a/crew");
        assertDeleteConflict(
                () -> iam.deleteGroup(r -> r.groupName("crew")),
                "Cannot delete entity, must remove users from group first.");
        assertNoSuchEntity(() -> iam.getGroup(r -> r.groupName("team")), "The group with name team cannot be found.");
    }

    @Test
    void boundsTheGroupsOfAUser() {
        iam.createUser(r -> r.userName("nora"));
        for (int i = 0; i < 11; i++) {
            String name = "g" + i;
            iam.createGroup(r -> r.groupName(name));
            if (i < 10) {
                iam.addUserToGroup(r -> r.groupName(name).userName("nora"));
            }
        }

        assertLimitExceeded(
                () -> iam.addUserToGroup(r -> r.groupName("g10").userName("nora")),
                "Cannot exceed quota for GroupsPerUser: 10");
    }

    @Test
    void hasOneAlias() {
        iam.createAccountAlias(r -> r.accountAlias("my-shop"));

        assertThat(iam.listAccountAliases().accountAliases()).containsExactly("my-shop");
        assertRefused(
                () -> emulator.clients().iam("555566667777").createAccountAlias(r -> r.accountAlias("my-shop")),
                "EntityAlreadyExists",
                409,
                "The account alias my-shop already exists.");
        iam.deleteAccountAlias(r -> r.accountAlias("my-shop"));
        assertThat(iam.listAccountAliases().accountAliases()).isEmpty();
    }

    @Test
    void holdsPasswordsToThePolicy() {
        iam.createUser(r -> r.userName("nora"));
        assertNoSuchEntity(
                () -> iam.getAccountPasswordPolicy(),
                "The Password Policy with domain name " + ACCOUNT + " cannot be found.");
        iam.updateAccountPasswordPolicy(
                r -> r.minimumPasswordLength(12).requireNumbers(true).maxPasswordAge(90));

        PasswordPolicy policy = iam.getAccountPasswordPolicy().passwordPolicy();
        assertThat(policy.expirePasswords()).isTrue();
        assertThat(policy.requireSymbols()).isFalse();
        assertThat(AwsError.of(() ->
                                iam.createLoginProfile(r -> r.userName("nora").password("Short-1")))
                        .code())
                .isEqualTo("PasswordPolicyViolation");
        assertThat(iam.createLoginProfile(r -> r.userName("nora").password("long-enough-1"))
                        .loginProfile()
                        .userName())
                .isEqualTo("nora");
        assertRefused(
                () -> iam.createLoginProfile(r -> r.userName("nora").password("long-enough-1")),
                "EntityAlreadyExists",
                409,
                "Login Profile for user nora already exists.");
    }

    @Test
    void sumsUpTheAccount() {
        iam.createUser(r -> r.userName("nora"));
        createPolicy("send");

        Map<SummaryKeyType, Integer> summary = iam.getAccountSummary().summaryMap();

        assertThat(summary)
                .containsEntry(SummaryKeyType.USERS, 1)
                .containsEntry(SummaryKeyType.POLICIES, 1)
                .containsEntry(SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, 2);
    }

    @Test
    void describesEverythingInTheAccount() {
        iam.createUser(r -> r.userName("nora"));
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST));
        iam.createGroup(r -> r.groupName("team"));
        iam.putUserPolicy(r -> r.userName("nora").policyName("p").policyDocument(DOCUMENT));
        iam.attachRolePolicy(r -> r.roleName("worker").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        createPolicy("send");

        GetAccountAuthorizationDetailsResponse all = iam.getAccountAuthorizationDetails();

        assertThat(decoded(all.userDetailList().get(0).userPolicyList().get(0).policyDocument()))
                .isEqualTo(DOCUMENT);
        assertThat(all.roleDetailList()).hasSize(1);
        assertThat(all.groupDetailList()).hasSize(1);
        assertThat(all.policies()).extracting(p -> p.policyName()).containsExactlyInAnyOrder("ReadOnlyAccess", "send");
        assertThat(iam.getAccountAuthorizationDetails(r -> r.filter(EntityType.USER))
                        .policies())
                .isEmpty();
        assertThat(iam.getAccountAuthorizationDetailsPaginator(r -> r.maxItems(2)).stream()
                        .mapToInt(page -> page.userDetailList().size()
                                + page.roleDetailList().size()
                                + page.groupDetailList().size()
                                + page.policies().size()))
                .containsExactly(2, 2, 1);
    }

    @Test
    void reportsOnCredentials() {
        iam.createUser(r -> r.userName("nora"));
        iam.createAccessKey(r -> r.userName("nora"));
        assertThat(AwsError.of(() -> iam.getCredentialReport()).code()).isEqualTo("ReportNotPresent");

        assertThat(iam.generateCredentialReport().stateAsString()).isEqualTo("STARTED");
        assertThat(iam.generateCredentialReport().stateAsString()).isEqualTo("COMPLETE");

        String report = iam.getCredentialReport().content().asUtf8String();
        assertThat(report.lines().skip(1)).hasSize(2).allSatisfy(line -> assertThat(line.split(",", -1))
                .hasSize(22));
        emulator.advance(Duration.ofHours(4));
        assertThat(AwsError.of(() -> iam.getCredentialReport()).code()).isEqualTo("ReportExpired");
    }
}
