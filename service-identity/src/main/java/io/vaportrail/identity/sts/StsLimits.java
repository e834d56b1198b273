package io.vaportrail.identity.sts;

import java.time.Duration;

/** Limits of STS that its model does not state, with the page of AWS's documentation that does. */
public final class StsLimits {
    /** How long a role session lasts unless the caller says otherwise. <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>. */
    public static final int ROLE_SECONDS = 3_600;

    /** How long a role session lasts at most that begins with another session's credentials. <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining">Role chaining</a>. */
    public static final int CHAINED_ROLE_SECONDS = 3_600;

    /** How long a user's session lasts unless the caller says otherwise. <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>. */
    public static final int USER_SECONDS = 43_200;

    /** How long a session of an account's root lasts at most. <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>. */
    public static final int ROOT_SECONDS = 3_600;

    /** How long a session begun by AssumeRoot lasts. <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html">AssumeRoot</a>. */
    public static final int ASSUMED_ROOT_SECONDS = 900;

    /** How long a signed token is valid unless the caller says otherwise. <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">GetWebIdentityToken</a>. */
    public static final int WEB_IDENTITY_TOKEN_SECONDS = 300;

    /** Managed session policies. <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">PolicyArns</a>. */
    public static final int POLICY_ARNS = 10;

    /** How old an assertion may be. <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">SAML assertions</a>. */
    public static final Duration ASSERTION_AGE = Duration.ofMinutes(5);

    private StsLimits() {}
}
