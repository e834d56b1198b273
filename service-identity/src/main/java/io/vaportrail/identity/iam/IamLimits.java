package io.vaportrail.identity.iam;

/**
 * Every limit of IAM that the model does not state, with the page of AWS's documentation that states it: the default quotas.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
public final class IamLimits {
    /** <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html">MaxItems</a> where none is given. */
    public static final int PAGE_SIZE = 100;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Users in an account</a>. */
    public static final int USERS = 5_000;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Groups in an account</a>. */
    public static final int GROUPS = 300;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Roles in an account</a>. */
    public static final int ROLES = 1_000;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Customer managed policies in an account</a>. */
    public static final int POLICIES = 1_500;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Instance profiles in an account</a>. */
    public static final int INSTANCE_PROFILES = 1_000;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">SAML providers in an account</a>. */
    public static final int SAML_PROVIDERS = 100;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">OpenID Connect providers in an account</a>. */
    public static final int OIDC_PROVIDERS = 100;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html">Client ids of a provider</a>. */
    public static final int OIDC_CLIENT_IDS = 100;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html">Thumbprints of a provider</a>. */
    public static final int OIDC_THUMBPRINTS = 5;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Groups that a user can be a member of</a>. */
    public static final int GROUPS_PER_USER = 10;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Access keys of a user, active or not</a>. */
    public static final int ACCESS_KEYS_PER_USER = 2;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">MFA devices of a user</a>. */
    public static final int MFA_DEVICES_PER_USER = 8;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html">Credentials of a user for one service</a>. */
    public static final int SERVICE_CREDENTIALS_PER_USER = 2;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Roles in an instance profile</a>. */
    public static final int ROLES_PER_INSTANCE_PROFILE = 1;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Managed policies attached to a user, group or role</a>. */
    public static final int MANAGED_POLICIES_PER_ENTITY = 10;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Versions of a managed policy</a>. */
    public static final int POLICY_VERSIONS = 5;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Size of a managed policy</a>, in characters without white space. */
    public static final int MANAGED_POLICY_SIZE = 6_144;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Size of all inline policies of a user</a>, in characters without white space. */
    public static final int USER_POLICY_SIZE = 2_048;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Size of all inline policies of a group</a>, in characters without white space. */
    public static final int GROUP_POLICY_SIZE = 5_120;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Size of all inline policies of a role</a>, in characters without white space. */
    public static final int ROLE_POLICY_SIZE = 10_240;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Size of a trust policy</a>, in characters without white space. */
    public static final int TRUST_POLICY_SIZE = 2_048;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Tags of a resource</a>. */
    public static final int TAGS = 50;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">MaxSessionDuration</a>, in seconds, where none is given. */
    public static final int SESSION_SECONDS_DEFAULT = 3_600;

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">How often</a> a credential report is made, in hours. */
    public static final int CREDENTIAL_REPORT_HOURS = 4;

    private IamLimits() {}
}
