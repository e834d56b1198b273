package io.vaportrail.identity.iam.account;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.AccountHandler;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.MfaDevice;
import io.vaportrail.model.iam.GetAccountSummaryResponse;
import io.vaportrail.schema.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GetAccountSummary: what there is in an account, and how much there may be.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
 */
public final class GetAccountSummary implements AccountHandler<Unit, GetAccountSummaryResponse> {
    private static final int SERVER_CERTIFICATES = 20;
    private static final int SIGNING_CERTIFICATES_PER_USER = 2;
    private static final int POLICY_VERSIONS_IN_USE = 10_000;

    @Override
    public GetAccountSummaryResponse handle(AccountIdentities account, Unit input, Call call) {
        Map<String, Integer> summary = new LinkedHashMap<>();
        addContents(account, summary);
        addQuotas(summary);
        return GetAccountSummaryResponse.builder().summaryMap(summary).build();
    }

    private static void addContents(AccountIdentities account, Map<String, Integer> summary) {
        int versions = 0;
        for (ManagedPolicy policy : account.policies().all()) {
            versions += policy.versions().size();
        }
        int devicesInUse = 0;
        for (MfaDevice device : account.mfaDevices().values()) {
            devicesInUse += device.assignment() == null ? 0 : 1;
        }
        summary.put("Users", account.users().size());
        summary.put("Groups", account.groups().size());
        summary.put("Roles", account.roles().size());
        summary.put("Policies", account.policies().size());
        summary.put("PolicyVersionsInUse", versions);
        summary.put("InstanceProfiles", account.instanceProfiles().size());
        summary.put(
                "Providers",
                account.samlProviders().size() + account.oidcProviders().size());
        summary.put("MFADevices", account.mfaDevices().size());
        summary.put("MFADevicesInUse", devicesInUse);
        summary.put("ServerCertificates", 0);
        summary.put("AccountMFAEnabled", 0);
        summary.put("AccountAccessKeysPresent", 0);
        summary.put("AccountPasswordPresent", 1);
        summary.put("AccountSigningCertificatesPresent", 0);
        summary.put("GlobalEndpointTokenVersion", account.globalEndpointTokenVersion());
    }

    private static void addQuotas(Map<String, Integer> summary) {
        summary.put("UsersQuota", IamLimits.USERS);
        summary.put("GroupsQuota", IamLimits.GROUPS);
        summary.put("RolesQuota", IamLimits.ROLES);
        summary.put("PoliciesQuota", IamLimits.POLICIES);
        summary.put("PolicySizeQuota", IamLimits.MANAGED_POLICY_SIZE);
        summary.put("PolicyVersionsInUseQuota", POLICY_VERSIONS_IN_USE);
        summary.put("VersionsPerPolicyQuota", IamLimits.POLICY_VERSIONS);
        summary.put("InstanceProfilesQuota", IamLimits.INSTANCE_PROFILES);
        summary.put("AccessKeysPerUserQuota", IamLimits.ACCESS_KEYS_PER_USER);
        summary.put("GroupsPerUserQuota", IamLimits.GROUPS_PER_USER);
        summary.put("AttachedPoliciesPerUserQuota", IamLimits.MANAGED_POLICIES_PER_ENTITY);
        summary.put("AttachedPoliciesPerGroupQuota", IamLimits.MANAGED_POLICIES_PER_ENTITY);
        summary.put("AttachedPoliciesPerRoleQuota", IamLimits.MANAGED_POLICIES_PER_ENTITY);
        summary.put("UserPolicySizeQuota", IamLimits.USER_POLICY_SIZE);
        summary.put("GroupPolicySizeQuota", IamLimits.GROUP_POLICY_SIZE);
        summary.put("RolePolicySizeQuota", IamLimits.ROLE_POLICY_SIZE);
        summary.put("AssumeRolePolicySizeQuota", IamLimits.TRUST_POLICY_SIZE);
        summary.put("ServerCertificatesQuota", SERVER_CERTIFICATES);
        summary.put("SigningCertificatesPerUserQuota", SIGNING_CERTIFICATES_PER_USER);
    }
}
