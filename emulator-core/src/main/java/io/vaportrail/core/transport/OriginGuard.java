package io.vaportrail.core.transport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.vaportrail.core.http.HttpHandler;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what web pages of other origins send. A browser lets any page send requests to an emulator on the loopback address;
 * they could delete queues, or read secrets by DNS rebinding (a name of the attacker's that resolves to 127.0.0.1).
 *
 * <ul>
 *   <li>{@code Sec-Fetch-Site} must be {@code same-origin} or {@code none} (typed into the address bar) when present;
 *   <li>{@code Origin} must be the address that the request went to when present; {@code null} is foreign;
 *   <li>what a browser sent (one of these headers, {@code Accept-Language}, which pages cannot take off, or the user agent
 *       {@code Mozilla/}) must name a host that an attacker cannot have: an IP address, a name without dots, one of
 *       {@link #LOCAL_DOMAINS}, or the host of the public URL. This stops rebinding: browsers leave the first two headers off
 *       simple requests to the attacker's own name.
 * </ul>
 *
 * <p>The first two rules do not hold where the handler admits what the page sends ({@link HttpHandler#admitsPage}): to a bucket of S3
 * whose owner allowed that origin. The third always holds.
 *
 * <p>SDKs, the AWS CLI and curl send none of these headers and may use any host name, as containers and proxies give them.
 */
final class OriginGuard {
    /** Domains whose names nobody can register (RFC 6761, RFC 6762, ICANN's {@code internal}), LocalStack's, and AWS's own. */
    private static final List<String> LOCAL_DOMAINS = List.of(
            "localhost",
            "localhost.localstack.cloud",
            "internal",
            "local",
            "test",
            "amazonaws.com",
            "amazonaws.com.cn");

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final @Nullable String publicOrigin;
    private final @Nullable String publicHost;

    /**
     * A guard.
     *
     * @param publicUrl the address that clients use, or {@code null} when it is not known
     */
    OriginGuard(@Nullable String publicUrl) {
        this.publicOrigin = publicUrl == null ? null : publicUrl.toLowerCase(Locale.ROOT);
        this.publicHost = publicOrigin == null ? null : URI.create(publicOrigin).getHost();
    }

    /**
     * Why a request may not pass.
     *
     * @param reason what the client is told
     * @param admissible whether it may pass all the same if the handler admits what the page sends
     */
    record Refusal(String reason, boolean admissible) {}

    /** What is wrong with a request from a web page, or {@code null} when it may pass. */
    @Nullable Refusal refusal(HttpHeaders headers, String host, String scheme) {
        String site = headers.get("sec-fetch-site");
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (site == null && origin == null && !fromBrowser(headers)) {
            return null;
        }
        if (!isLocal(hostName(host.toLowerCase(Locale.ROOT)))) {
            return new Refusal(
                    "Host: " + host
                            + " (expected: a local name, or the host of --public-url, for requests of browsers)",
                    false);
        }
        String foreign = ofForeignPage(site, origin, scheme + "://" + host.toLowerCase(Locale.ROOT));
        return foreign == null ? null : new Refusal(foreign, origin != null);
    }

    private @Nullable String ofForeignPage(@Nullable String site, @Nullable String origin, String address) {
        if (site != null && !OWN_SITES.contains(site.toLowerCase(Locale.ROOT))) {
            return "Sec-Fetch-Site: " + site + " (expected: same-origin; requests of other web pages are refused)";
        }
        if (origin != null && !isOwn(origin.toLowerCase(Locale.ROOT), address)) {
            return "Origin: " + origin + " (expected: this server's own; requests of other web pages are refused)";
        }
        return null;
    }

    private static boolean fromBrowser(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.ACCEPT_LANGUAGE)) {
            return true;
        }
        String agent = headers.get(HttpHeaderNames.USER_AGENT);
        return agent != null && agent.startsWith("Mozilla/");
    }

    private boolean isOwn(String origin, String address) {
        return origin.equals(address) || origin.equals(publicOrigin);
    }

    private boolean isLocal(String name) {
        if (name.equals(publicHost) || name.indexOf('.') < 0 || isIpAddress(name)) {
            return true;
        }
        for (String domain : LOCAL_DOMAINS) {
            if (name.endsWith(domain)
                            && name.length() > domain.length()
                            && name.charAt(name.length() - domain.length() - 1) == '.'
                    || name.equals(domain)) {
                return true;
            }
        }
        return false;
    }

    /** A name whose last label is a number can only be an IPv4 address (WHATWG URL standard); brackets mean IPv6. */
    private static boolean isIpAddress(String name) {
        return name.startsWith("[") || Character.isDigit(name.charAt(name.length() - 1)) && lastLabelIsNumber(name);
    }

    private static boolean lastLabelIsNumber(String name) {
        return name.substring(name.lastIndexOf('.') + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The host without port and without the dot that a full name may end with. */
    private static String hostName(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        String name = end > 0 ? host.substring(0, end) : host;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
