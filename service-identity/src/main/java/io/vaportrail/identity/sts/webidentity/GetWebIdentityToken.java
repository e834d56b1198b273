package io.vaportrail.identity.sts.webidentity;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.OutboundFederation;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.StsLimits;
import io.vaportrail.identity.sts.session.SessionTags;
import io.vaportrail.model.sts.GetWebIdentityTokenRequest;
import io.vaportrail.model.sts.GetWebIdentityTokenResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * GetWebIdentityToken: a signed token by which the caller is known outside of AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">GetWebIdentityToken</a>
 */
public final class GetWebIdentityToken implements Handler<GetWebIdentityTokenRequest, GetWebIdentityTokenResponse> {
    private static final String AWS_CLAIMS = "https://sts.amazonaws.com/";

    private final Accounts accounts;
    private final PolicyDirectory directory;
    private final TokenIssuer issuer;
    private final EmulatorClock clock;
    private final Ids ids;

    /** The operation. */
    public GetWebIdentityToken(
            Accounts accounts, PolicyDirectory directory, TokenIssuer issuer, EmulatorClock clock, Ids ids) {
        this.accounts = accounts;
        this.directory = directory;
        this.issuer = issuer;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public GetWebIdentityTokenResponse handle(GetWebIdentityTokenRequest input, Call call) {
        AccountIdentities account = accounts.peek(call.accountId());
        OutboundFederation federation = account == null ? null : account.outboundFederation();
        if (federation == null || !federation.enabled()) {
            throw StsErrors.outboundFederationDisabled();
        }
        Map<String, String> tags = SessionTags.of(input.tags());
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Integer asked = input.durationSeconds();
        Instant expiration = now.plusSeconds(asked == null ? StsLimits.WEB_IDENTITY_TOKEN_SECONDS : asked);
        checkSession(call.caller(), expiration);
        if (!issuer.knows(input.signingAlgorithm())) {
            throw StsErrors.validation("1 validation error detected: Value '" + input.signingAlgorithm()
                    + "' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value set:"
                    + " [ES384, RS256]");
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        List<String> audience = input.audience();
        claims.put("iss", call.origin().baseUrl() + TokenIssuer.PATH + federation.issuerId());
        claims.put("aud", audience.size() == 1 ? audience.get(0) : audience);
        claims.put("sub", Principal.of(call.caller()).principalArn());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", expiration.getEpochSecond());
        claims.put("jti", ids.uuid());
        claims.put(AWS_CLAIMS, ofAws(call, tags));
        return GetWebIdentityTokenResponse.builder()
                .webIdentityToken(issuer.sign(input.signingAlgorithm(), claims))
                .expiration(expiration)
                .build();
    }

    private void checkSession(Caller caller, Instant expiration) {
        String key = caller.accessKeyId();
        SessionCredentials session = caller.session() == null || key == null
                ? null
                : accounts.sessions().find(key);
        if (session != null && expiration.isAfter(session.expiration())) {
            throw StsErrors.sessionDurationEscalation();
        }
    }

    private Map<String, Object> ofAws(Call call, Map<String, String> tags) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aws_account", call.accountId());
        claims.put("source_region", call.region());
        Map<String, String> principalTags = directory.principalTags(call.caller());
        if (!principalTags.isEmpty()) {
            claims.put("principal_tags", principalTags);
        }
        if (!tags.isEmpty()) {
            claims.put("request_tags", tags);
        }
        return claims;
    }
}
