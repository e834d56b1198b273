package io.vaportrail.identity.sts.webidentity;

import io.vaportrail.core.json.Json;
import io.vaportrail.identity.sts.StsErrors;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a JSON Web Token. Its signature is not looked at: the keys of the provider are out of reach.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}
 * @param audiences {@code aud}, one or several
 * @param authorizedParty {@code azp}, or {@code null}
 * @param expiration {@code exp}, in seconds since 1970
 * @param notBefore {@code nbf}, in seconds since 1970, or {@code null}
 * @param claims all of them
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">OpenID Connect providers</a>
 */
record WebIdentityToken(
        String issuer,
        String subject,
        List<String> audiences,
        @Nullable String authorizedParty,
        long expiration,
        @Nullable Long notBefore,
        Map<String, @Nullable Object> claims) {
    private static final int PARTS = 3;
    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final String PRINCIPAL_TAGS = "principal_tags";
    private static final String TRANSITIVE_KEYS = "transitive_tag_keys";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

    /**
     * Reads a token.
     *
     * @throws io.vaportrail.schema.ServiceException InvalidIdentityToken when it is none, or lacks a claim
     */
    static WebIdentityToken read(String token) {
        String[] parts = token.split("\\.", PARTS + 1);
        if (parts.length != PARTS || object(parts[0]) == null) {
            throw notAToken();
        }
        Map<String, @Nullable Object> claims = object(parts[1]);
        if (claims == null) {
            throw notAToken();
        }
        List<String> audiences = texts(claims.get("aud"));
        if (audiences.isEmpty()) {
            throw missing("aud");
        }
        Long expiration = seconds(claims.get("exp"));
        if (expiration == null) {
            throw missing("exp");
        }
        return new WebIdentityToken(
                required(claims, "iss"),
                required(claims, "sub"),
                audiences,
                claims.get("azp") instanceof String party ? party : null,
                expiration,
                seconds(claims.get("nbf")),
                claims);
    }

    private static RuntimeException notAToken() {
        return StsErrors.invalidIdentityToken(
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
    }

    private static RuntimeException missing(String claim) {
        return StsErrors.invalidIdentityToken("Missing a required claim: " + claim);
    }

    private static String required(Map<String, @Nullable Object> claims, String name) {
        if (claims.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw missing(name);
    }

    private static @Nullable Map<String, @Nullable Object> object(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Json.readObject(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Long seconds(@Nullable Object value) {
        return value instanceof Number number ? (Long) number.longValue() : null;
    }

    /** One text or several. */
    static List<String> texts(@Nullable Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** What conditions and answers call the audience: the authorized party where there is one. */
    String audience() {
        return authorizedParty == null ? audiences.get(0) : authorizedParty;
    }

    /** The tags that the session gets, from one claim with all or from a claim for each. */
    Map<String, String> principalTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        if (claims.get(TAGS) instanceof Map<?, ?> nested && nested.get(PRINCIPAL_TAGS) instanceof Map<?, ?> pairs) {
            pairs.forEach((key, value) -> addTag(tags, (String) key, value));
        }
        String prefix = TAGS + "/" + PRINCIPAL_TAGS + "/";
        claims.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                addTag(tags, name.substring(prefix.length()), value);
            }
        });
        return tags;
    }

    private static void addTag(Map<String, String> tags, String key, @Nullable Object value) {
        List<String> values = texts(value);
        if (values.size() != 1 || key.isEmpty()) {
            throw StsErrors.invalidIdentityToken("Invalid principal tag in the token: " + key);
        }
        tags.put(key, values.get(0));
    }

    /** Keys of the tags that further sessions inherit. */
    List<String> transitiveTagKeys() {
        Object flat = claims.get(TAGS + "/" + TRANSITIVE_KEYS);
        Object nested = claims.get(TAGS) instanceof Map<?, ?> tags ? tags.get(TRANSITIVE_KEYS) : null;
        return texts(nested == null ? flat : nested);
    }

    /** Who is behind the session, or {@code null}. */
    @Nullable String sourceIdentity() {
        return claims.get(SOURCE_IDENTITY) instanceof String text ? text : null;
    }
}
