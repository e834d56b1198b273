package io.vaportrail.identity.sts;

import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.sts.caller.DecodeAuthorizationMessage;
import io.vaportrail.identity.sts.caller.GetAccessKeyInfo;
import io.vaportrail.identity.sts.caller.GetCallerIdentity;
import io.vaportrail.identity.sts.federation.AssumeRoot;
import io.vaportrail.identity.sts.federation.GetDelegatedAccessToken;
import io.vaportrail.identity.sts.federation.GetFederationToken;
import io.vaportrail.identity.sts.federation.GetSessionToken;
import io.vaportrail.identity.sts.role.AssumeRole;
import io.vaportrail.identity.sts.saml.AssumeRoleWithSaml;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.identity.sts.session.MultiFactor;
import io.vaportrail.identity.sts.session.SessionPolicies;
import io.vaportrail.identity.sts.webidentity.AssumeRoleWithWebIdentity;
import io.vaportrail.identity.sts.webidentity.GetWebIdentityToken;
import io.vaportrail.identity.sts.webidentity.TokenIssuer;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.ServiceSchema;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** AWS Security Token Service. */
public final class StsModule implements ServiceModule {
    private final EmulatorContext context;
    private final Accounts accounts;
    private final PolicyDirectory directory;
    private final Consumer<@Nullable String> reset;
    private final TokenIssuer tokens;

    /**
     * A module over these identities.
     *
     * @param directory knows the tags of callers
     * @param reset forgets everything, or everything of one account
     */
    public StsModule(
            EmulatorContext context, Accounts accounts, PolicyDirectory directory, Consumer<@Nullable String> reset) {
        this.context = context;
        this.accounts = accounts;
        this.directory = directory;
        this.reset = reset;
        this.tokens = new TokenIssuer(context.ids(), context.workers());
        tokens.addTo(context.routes());
    }

    @Override
    public ServiceSchema schema() {
        return StsService.SERVICE;
    }

    @Override
    public DenialWording denials() {
        return StsDenials::word;
    }

    @Override
    public void register(OperationRegistry operations) {
        CredentialIssuer issuer = new CredentialIssuer(context.clock(), context.ids(), accounts.sessions());
        SessionPolicies policies = new SessionPolicies(accounts);
        registerRoles(operations, issuer, policies);
        operations
                .inline(
                        StsService.GET_SESSION_TOKEN,
                        new GetSessionToken(new MultiFactor(accounts, context.clock()), issuer))
                .inline(StsService.GET_FEDERATION_TOKEN, new GetFederationToken(issuer, policies))
                .inline(StsService.ASSUME_ROOT, new AssumeRoot(issuer))
                .inline(StsService.GET_DELEGATED_ACCESS_TOKEN, new GetDelegatedAccessToken())
                .inline(StsService.GET_CALLER_IDENTITY, new GetCallerIdentity())
                .inline(StsService.GET_ACCESS_KEY_INFO, new GetAccessKeyInfo(accounts, context.settings()))
                .inline(StsService.DECODE_AUTHORIZATION_MESSAGE, new DecodeAuthorizationMessage())
                .onWorker(
                        StsService.GET_WEB_IDENTITY_TOKEN,
                        new GetWebIdentityToken(accounts, directory, tokens, context.clock(), context.ids()));
    }

    private void registerRoles(OperationRegistry operations, CredentialIssuer issuer, SessionPolicies policies) {
        boolean strict = context.settings().strict();
        operations
                .inline(
                        StsService.ASSUME_ROLE,
                        new AssumeRole(accounts, directory, issuer, policies, context.clock(), strict))
                .onWorker(
                        StsService.ASSUME_ROLE_WITH_SAML,
                        new AssumeRoleWithSaml(accounts, issuer, policies, context.clock()))
                .inline(
                        StsService.ASSUME_ROLE_WITH_WEB_IDENTITY,
                        new AssumeRoleWithWebIdentity(accounts, issuer, policies, context.clock()));
    }

    @Override
    public void reset(@Nullable String accountId) {
        reset.accept(accountId);
    }
}
