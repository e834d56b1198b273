package io.vaportrail.identity.sts.webidentity;

import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.OidcProvider;
import io.vaportrail.identity.sts.StsErrors;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has issued a token, as an account sees it.
 *
 * @param principal how trust policies name it: an ARN, or the name of one that AWS knows by itself
 * @param keyPrefix what condition keys begin with
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity">Web
 *     identity principals</a>
 */
record TokenProvider(String principal, String keyPrefix) {
    private static final Set<String> WELL_KNOWN =
            Set.of("accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com");

    /**
     * Finds who has issued the token.
     *
     * @param account the role's
     * @throws io.vaportrail.schema.ServiceException InvalidIdentityToken when the account knows no such provider, or the token is for
     *     somebody else
     */
    static TokenProvider of(WebIdentityToken token, @Nullable AccountIdentities account, String accountId) {
        String url = withoutScheme(token.issuer());
        if (WELL_KNOWN.contains(url)) {
            return new TokenProvider(url, url);
        }
        String arn = "arn:aws:iam::" + accountId + ":oidc-provider/" + url;
        OidcProvider provider = account == null ? null : account.oidcProviders().get(arn);
        if (provider == null) {
            throw StsErrors.invalidIdentityToken(
                    "No OpenIDConnect provider found in your account for " + token.issuer());
        }
        List<String> accepted = provider.clientIds();
        if (!accepted.contains(token.audience()) && token.audiences().stream().noneMatch(accepted::contains)) {
            throw StsErrors.invalidIdentityToken("Incorrect token audience");
        }
        return new TokenProvider(provider.arn(), url);
    }

    private static String withoutScheme(String issuer) {
        String text =
                issuer.toLowerCase(Locale.ROOT).startsWith("https://") ? issuer.substring("https://".length()) : issuer;
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
