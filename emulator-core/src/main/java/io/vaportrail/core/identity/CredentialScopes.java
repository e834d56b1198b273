package io.vaportrail.core.identity;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ServiceException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the credential scope of a request: from the {@code Authorization} header (signature versions 4, 4a and 2), or from the
 * query string of a presigned address. The signature itself is not looked at.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication
 *     methods</a>
 */
public final class CredentialScopes {
    private static final String CREDENTIAL = "Credential=";
    private static final String PRESIGNED = "X-Amz-Credential=";
    private static final String PRESIGNED_V2 = "AWSAccessKeyId=";
    private static final String PRESIGNED_TOKEN = "X-Amz-Security-Token=";
    private static final String PRESIGNED_TOKEN_V2 = "SecurityToken=";
    private static final int MAX_REMEMBERED = 1024;
    private static final int MAX_LENGTH = 512;

    /** Scopes by their text: a client sends the same one with every call of a day. */
    private static final Map<String, CredentialScope> REMEMBERED = new ConcurrentHashMap<>();

    private CredentialScopes() {}

    /**
     * The scope of the request, or {@code null} when it is not signed.
     *
     * @throws ServiceException IncompleteSignature when there is a signature whose scope cannot be read
     */
    public static @Nullable CredentialScope of(HttpRequest request) {
        String authorization = request.header("Authorization");
        if (authorization != null) {
            return ofHeader(authorization);
        }
        String query = request.query();
        return query == null ? null : ofQuery(query);
    }

    /** The session token that comes with temporary credentials, in a header or in a presigned address, or {@code null}. */
    public static @Nullable String sessionToken(HttpRequest request) {
        String header = request.header("X-Amz-Security-Token");
        String query = request.query();
        if (header != null || query == null) {
            return header;
        }
        String presigned = parameter(query, PRESIGNED_TOKEN);
        return presigned != null ? presigned : parameter(query, PRESIGNED_TOKEN_V2);
    }

    private static @Nullable CredentialScope ofHeader(String authorization) {
        if (authorization.startsWith("AWS4-")) {
            int start = authorization.indexOf(CREDENTIAL);
            if (start < 0) {
                throw incomplete("Authorization header requires 'Credential' parameter.");
            }
            int from = start + CREDENTIAL.length();
            int comma = authorization.indexOf(',', from);
            return remembered(authorization.substring(from, comma < 0 ? authorization.length() : comma));
        }
        if (authorization.startsWith("AWS ")) {
            int colon = authorization.lastIndexOf(':');
            return colon < 0 ? null : new CredentialScope(authorization.substring("AWS ".length(), colon), null, null);
        }
        return null;
    }

    private static @Nullable CredentialScope ofQuery(String query) {
        String presigned = parameter(query, PRESIGNED);
        if (presigned != null) {
            return remembered(presigned);
        }
        String key = parameter(query, PRESIGNED_V2);
        return key == null ? null : new CredentialScope(key, null, null);
    }

    private static @Nullable String parameter(String query, String nameAndEquals) {
        int at = query.startsWith(nameAndEquals) ? 0 : query.indexOf('&' + nameAndEquals) + 1;
        if (at == 0 && !query.startsWith(nameAndEquals)) {
            return null;
        }
        int from = at + nameAndEquals.length();
        int end = query.indexOf('&', from);
        String raw = query.substring(from, end < 0 ? query.length() : end);
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw incomplete("Credential must be percent-encoded.");
        }
    }

    private static CredentialScope remembered(String text) {
        CredentialScope known = REMEMBERED.get(text);
        if (known == null) {
            known = parse(text.trim());
            if (REMEMBERED.size() >= MAX_REMEMBERED) {
                REMEMBERED.clear();
            }
            REMEMBERED.put(text, known);
        }
        return known;
    }

    /** {@code KEY/DATE/REGION/SERVICE/aws4_request}; version 4a leaves the region out. The key is whatever comes before. */
    private static CredentialScope parse(String text) {
        int terminator = text.lastIndexOf('/');
        int service = text.lastIndexOf('/', terminator - 1);
        int region = text.lastIndexOf('/', service - 1);
        if (text.length() > MAX_LENGTH || region <= 0 || !text.endsWith("/aws4_request")) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + abbreviated(text) + "'");
        }
        String serviceName = text.substring(service + 1, terminator);
        String regionOrDate = text.substring(region + 1, service);
        if (isDate(regionOrDate)) {
            return new CredentialScope(text.substring(0, region), null, serviceName);
        }
        int date = text.lastIndexOf('/', region - 1);
        if (date <= 0 || !isRegion(regionOrDate)) {
            throw incomplete("Credential should be scoped to a valid region, got '" + abbreviated(text) + "'");
        }
        return new CredentialScope(text.substring(0, date), regionOrDate, serviceName);
    }

    private static boolean isDate(String text) {
        return text.length() == 8 && Characters.digits(text);
    }

    /** Regions end up in ARNs and addresses, so nothing but letters, digits and hyphens is let in. */
    private static boolean isRegion(String text) {
        return !text.isEmpty() && text.length() <= 32 && Characters.digitsAndLetters(text, 'a', '-');
    }

    private static String abbreviated(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }

    private static ServiceException incomplete(String message) {
        return CommonError.sender("IncompleteSignature", 400, message);
    }
}
