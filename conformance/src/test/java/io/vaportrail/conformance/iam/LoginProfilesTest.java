package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GlobalEndpointTokenVersion;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/** Passwords of users. */
final class LoginProfilesTest extends IamTest {
    private static final String FIRST = "First-Pass-1";
    private static final String SECOND = "Second-Pass-2";

    private IamClient nora;

    @BeforeEach
    void createUser() {
        iam.createUser(r -> r.userName("nora"));
        nora = emulator.clients()
                .iam(iam.createAccessKey(r -> r.userName("nora")).accessKey().accessKeyId());
    }

    @Test
    void isCreatedReadChangedAndDeleted() {
        LoginProfile created = iam.createLoginProfile(
                        r -> r.userName("nora").password(FIRST).passwordResetRequired(true))
                .loginProfile();

        assertThat(created.userName()).isEqualTo("nora");
        assertThat(created.passwordResetRequired()).isTrue();
        iam.updateLoginProfile(r -> r.userName("nora").passwordResetRequired(false));
        LoginProfile read = iam.getLoginProfile(r -> r.userName("nora")).loginProfile();
        assertThat(read.passwordResetRequired()).isFalse();
        assertThat(read.createDate()).isEqualTo(created.createDate());
        iam.deleteLoginProfile(r -> r.userName("nora"));
        assertNoSuchEntity(
                () -> iam.getLoginProfile(r -> r.userName("nora")), "Login Profile for User nora cannot be found.");
        assertNoSuchEntity(
                () -> iam.updateLoginProfile(r -> r.userName("nora").password(SECOND)),
                "Login Profile for User nora cannot be found.");
        assertNoSuchEntity(
                () -> iam.createLoginProfile(r -> r.userName("sam").password(FIRST)),
                "The user with name sam cannot be found.");
    }

    @Test
    void isChangedByTheUser() {
        iam.createLoginProfile(r -> r.userName("nora").password(FIRST).passwordResetRequired(true));

        assertRefused(
                () -> nora.changePassword(r -> r.oldPassword(SECOND).newPassword(SECOND)),
                "AccessDenied",
                403,
                "The old password was incorrect.");
        nora.changePassword(r -> r.oldPassword(FIRST).newPassword(SECOND));

        assertThat(nora.getLoginProfile(r -> {}).loginProfile().passwordResetRequired())
                .isFalse();
        assertThat(AwsError.of(() ->
                                nora.changePassword(r -> r.oldPassword(FIRST).newPassword(FIRST)))
                        .code())
                .isEqualTo("AccessDenied");
        assertThat(AwsError.of(() ->
                                iam.changePassword(r -> r.oldPassword(SECOND).newPassword(FIRST)))
                        .code())
                .isEqualTo("InvalidUserType");
    }

    @Test
    void isNotAFormerPasswordWhereThePolicySaysSo() {
        iam.createLoginProfile(r -> r.userName("nora").password(FIRST));
        iam.updateAccountPasswordPolicy(r -> r.passwordReusePrevention(2));
        nora.changePassword(r -> r.oldPassword(FIRST).newPassword(SECOND));

        AwsError error =
                AwsError.of(() -> nora.changePassword(r -> r.oldPassword(SECOND).newPassword(FIRST)));

        assertThat(error.code()).isEqualTo("PasswordPolicyViolation");
        nora.changePassword(r -> r.oldPassword(SECOND).newPassword("Third-Pass-3"));
        nora.changePassword(r -> r.oldPassword("Third-Pass-3").newPassword(FIRST));
    }

    @Test
    void choosesTheTokensOfTheGlobalEndpoint() {
        assertThat(iam.getAccountSummary().summaryMap()).containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 1);

        iam.setSecurityTokenServicePreferences(r -> r.globalEndpointTokenVersion(GlobalEndpointTokenVersion.V2_TOKEN));

        assertThat(iam.getAccountSummary().summaryMap()).containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 2);
    }
}
