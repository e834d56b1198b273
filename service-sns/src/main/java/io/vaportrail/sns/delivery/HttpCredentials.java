package io.vaportrail.sns.delivery;

import io.vaportrail.core.random.Ids;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name and password in the address of an endpoint, told when the endpoint asks for them by {@code 401 Unauthorized}.
 *
 * @param user the name
 * @param password the password, empty without one
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">HTTP/S endpoints</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616">Digest access authentication</a>
 */
record HttpCredentials(String user, String password) {
    private static final int CNONCE = 16;
    private static final String COUNT = "00000001";

    /** Those in an address, or {@code null} when there are none. */
    static @Nullable HttpCredentials of(String endpoint) {
        String info = URI.create(endpoint).getUserInfo();
        if (info == null) {
            return null;
        }
        int colon = info.indexOf(':');
        return colon < 0
                ? new HttpCredentials(info, "")
                : new HttpCredentials(info.substring(0, colon), info.substring(colon + 1));
    }

    /** The address without them. */
    static URI address(String endpoint) {
        URI uri = URI.create(endpoint);
        if (uri.getRawUserInfo() == null) {
            return uri;
        }
        int scheme = endpoint.indexOf("//") + 2;
        return URI.create(endpoint.substring(0, scheme)
                + endpoint.substring(scheme + uri.getRawUserInfo().length() + 1));
    }

    /** The {@code Authorization} header for a POST, or {@code null} when no challenge can be answered. Digest is preferred. */
    @Nullable String authorization(List<String> headers, URI uri, byte[] body, Ids ids) {
        List<Challenge> challenges = new ArrayList<>();
        headers.forEach(header -> challenges.addAll(Challenge.in(header)));
        for (Challenge challenge : challenges) {
            String digest = challenge.scheme().equals("digest") ? digest(challenge, uri, body, ids) : null;
            if (digest != null) {
                return digest;
            }
        }
        boolean basic =
                challenges.stream().anyMatch(challenge -> challenge.scheme().equals("basic"));
        return basic
                ? "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))
                : null;
    }

    private @Nullable String digest(Challenge challenge, URI uri, byte[] body, Ids ids) {
        String algorithm = challenge.parameter("algorithm").toUpperCase(Locale.ROOT);
        boolean session = algorithm.endsWith("-SESS");
        MessageDigest hash = hash(session ? algorithm.substring(0, algorithm.length() - "-SESS".length()) : algorithm);
        List<String> qualities =
                List.of(challenge.parameter("qop").toLowerCase(Locale.ROOT).split("[ ,]+"));
        String quality = qualities.contains("auth") ? "auth" : qualities.contains("auth-int") ? "auth-int" : "";
        if (hash == null || quality.isEmpty() && !challenge.parameter("qop").isEmpty()) {
            return null;
        }
        String realm = challenge.parameter("realm");
        String nonce = challenge.parameter("nonce");
        String cnonce = ids.hex(CNONCE);
        String secret = hex(hash, user + ":" + realm + ":" + password);
        if (session) {
            secret = hex(hash, secret + ":" + nonce + ":" + cnonce);
        }
        String path = path(uri);
        String request = "POST:" + path;
        if (quality.equals("auth-int")) {
            request += ":" + HexFormat.of().formatHex(hash.digest(body));
        }
        String between = quality.isEmpty() ? nonce : nonce + ":" + COUNT + ":" + cnonce + ":" + quality;
        String response = hex(hash, secret + ":" + between + ":" + hex(hash, request));
        StringBuilder header = new StringBuilder("Digest username=\"")
                .append(quoted(user))
                .append("\", realm=\"")
                .append(quoted(realm))
                .append("\", nonce=\"")
                .append(quoted(nonce))
                .append("\", uri=\"")
                .append(path)
                .append("\", response=\"")
                .append(response)
                .append('"');
        if (!algorithm.isEmpty()) {
            header.append(", algorithm=").append(challenge.parameter("algorithm"));
        }
        if (!quality.isEmpty()) {
            header.append(", qop=")
                    .append(quality)
                    .append(", nc=")
                    .append(COUNT)
                    .append(", cnonce=\"")
                    .append(cnonce)
                    .append('"');
        }
        if (challenge.parameters().containsKey("opaque")) {
            header.append(", opaque=\"")
                    .append(quoted(challenge.parameter("opaque")))
                    .append('"');
        }
        return header.toString();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static @Nullable MessageDigest hash(String algorithm) {
        try {
            return switch (algorithm) {
                case "", "MD5" -> MessageDigest.getInstance("MD5");
                case "SHA-256" -> MessageDigest.getInstance("SHA-256");
                default -> null;
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + ": missing (expected: in every Java runtime)", e);
        }
    }

    private static String hex(MessageDigest hash, String text) {
        return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
