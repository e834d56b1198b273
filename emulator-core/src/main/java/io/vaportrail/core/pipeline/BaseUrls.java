package io.vaportrail.core.pipeline;

import io.vaportrail.core.http.Origin;
import io.vaportrail.core.service.EmulatorSettings;
import org.jspecify.annotations.Nullable;

/** What addresses in answers start with. */
final class BaseUrls {
    private static final int MAX_HOST_LENGTH = 255;
    private static final String FALLBACK_HOST = "localhost:4566";

    private BaseUrls() {}

    /** The configured address, else scheme and Host of the request, so that the answer works from where the caller is. */
    static String of(EmulatorSettings settings, Origin origin, @Nullable String host) {
        String configured = settings.publicUrl();
        if (configured != null) {
            return configured;
        }
        return origin.scheme() + "://" + (host != null && isAuthority(host) ? host : FALLBACK_HOST);
    }

    /** For work that no request led to. */
    static String internal(EmulatorSettings settings) {
        String configured = settings.publicUrl();
        return configured != null ? configured : "http://" + FALLBACK_HOST;
    }

    /** Guards answers against a Host header with text in it that would not stay inside an address. */
    private static boolean isAuthority(String host) {
        if (host.isEmpty() || host.length() > MAX_HOST_LENGTH) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || ".-:[]_".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
