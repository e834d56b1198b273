package io.vaportrail.identity.iam.account;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.OutboundFederation;
import io.vaportrail.identity.sts.webidentity.TokenIssuer;
import io.vaportrail.model.iam.EnableOutboundWebIdentityFederationResponse;
import io.vaportrail.model.iam.FeatureDisabledException;
import io.vaportrail.model.iam.FeatureEnabledException;
import io.vaportrail.model.iam.GetOutboundWebIdentityFederationInfoResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.schema.Unit;
import java.util.Objects;

/**
 * Whether STS signs tokens for an account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html">Outbound identity federation</a>
 */
public final class OutboundFederationOperations {
    private final IamEnvironment environment;

    /** Operations over the environment. */
    public OutboundFederationOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION, this::enable)
                .add(IamService.DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION, this::disable)
                .add(IamService.GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO, this::info);
    }

    private EnableOutboundWebIdentityFederationResponse enable(AccountIdentities account, Unit input, Call call) {
        OutboundFederation federation = account.outboundFederation();
        if (federation.enabled()) {
            throw FeatureEnabledException.of("The outbound identity federation feature is already enabled.");
        }
        String known = federation.issuerId();
        federation.enable(known == null ? environment.ids().uuid() : known);
        return EnableOutboundWebIdentityFederationResponse.builder()
                .issuerIdentifier(issuer(federation, call))
                .build();
    }

    private Unit disable(AccountIdentities account, Unit input, Call call) {
        existing(account).disable();
        return Unit.INSTANCE;
    }

    private GetOutboundWebIdentityFederationInfoResponse info(AccountIdentities account, Unit input, Call call) {
        return GetOutboundWebIdentityFederationInfoResponse.builder()
                .issuerIdentifier(issuer(existing(account), call))
                .jwtVendingEnabled(true)
                .build();
    }

    private static OutboundFederation existing(AccountIdentities account) {
        OutboundFederation federation = account.outboundFederation();
        if (!federation.enabled()) {
            throw FeatureDisabledException.of("The outbound identity federation feature is not enabled.");
        }
        return federation;
    }

    private static String issuer(OutboundFederation federation, Call call) {
        return call.origin().baseUrl() + TokenIssuer.PATH + Objects.requireNonNull(federation.issuerId(), "issuer");
    }
}
