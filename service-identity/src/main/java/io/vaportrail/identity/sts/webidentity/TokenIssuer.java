package io.vaportrail.identity.sts.webidentity;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.random.Ids;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens, and publishes by what they can be verified. In AWS an issuer's address is a host of its own,
 * {@code https://….tokens.sts.global.api.aws}; here it is an address of the emulator, so that whoever gets a token finds the keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html">Token claims</a>
 */
public final class TokenIssuer {
    /** Below it every account's issuer has its address. */
    public static final String PATH = "/_vaportrail/sts/";

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String KEYS = "/.well-known/jwks.json";

    private final Ids ids;
    private final Executor workers;
    private @Nullable SigningKeys keys;

    /** An issuer without keys: they are made when first needed. */
    public TokenIssuer(Ids ids, Executor workers) {
        this.ids = ids;
        this.workers = workers;
    }

    /** Adds the documents that verifiers ask for. */
    public void addTo(HttpRoutes routes) {
        routes.addPrefix("GET", PATH, exchange -> {
            String path = exchange.request().path();
            if (path.endsWith(DISCOVERY)) {
                String base = exchange.request().origin().tls() == null ? "http://" : "https://";
                String issuer = base
                        + exchange.request().header("Host")
                        + path.substring(0, path.length() - DISCOVERY.length());
                exchange.respond(json(discovery(issuer)));
            } else if (path.endsWith(KEYS)) {
                workers.execute(() -> exchange.respond(json(keys().publicKeys())));
            } else {
                exchange.respond(HttpResponse.of(404));
            }
        });
    }

    private static Map<String, Object> discovery(String issuer) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("jwks_uri", issuer + KEYS);
        document.put("response_types_supported", List.of("id_token"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256", "ES384"));
        return document;
    }

    private static HttpResponse json(Map<String, Object> document) {
        return HttpResponse.of(200)
                .header("Content-Type", "application/json")
                .body(Json.write(document).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether there is a key for the algorithm. */
    boolean knows(String algorithm) {
        return keys().keyId(algorithm) != null;
    }

    /** The token with these claims. */
    String sign(String algorithm, Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("kid", keys().keyId(algorithm));
        header.put("typ", "JWT");
        header.put("alg", algorithm);
        String signed = part(header) + "." + part(claims);
        return signed + "." + SigningKeys.text(keys().sign(algorithm, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(Map<String, Object> members) {
        return SigningKeys.text(Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    private synchronized SigningKeys keys() {
        SigningKeys known = keys;
        if (known == null) {
            known = SigningKeys.generate(ids);
            keys = known;
        }
        return known;
    }
}
