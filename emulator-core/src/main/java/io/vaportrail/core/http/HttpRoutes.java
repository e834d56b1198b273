package io.vaportrail.core.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The routes outside the AWS protocols, by method and path. */
public final class HttpRoutes {
    private final Map<String, HttpRoute> exact = new ConcurrentHashMap<>();
    private final Map<String, HttpRoute> prefixes = new ConcurrentHashMap<>();
    private final Map<String, HttpRoute> fallbacks = new ConcurrentHashMap<>();

    /** Adds a route for one method and path. */
    public HttpRoutes add(String method, String path, HttpRoute route) {
        putNew(exact, method + " " + path, route);
        return this;
    }

    /** Adds a route for one method and every path that starts with the prefix, which ends with a slash. */
    public HttpRoutes addPrefix(String method, String prefix, HttpRoute route) {
        if (!prefix.endsWith("/")) {
            throw new IllegalArgumentException("prefix: " + prefix + " (expected: a trailing slash)");
        }
        putNew(prefixes, method + " " + prefix, route);
        return this;
    }

    /** Adds a route for what no other route of the same prefix takes. */
    public HttpRoutes addFallback(String method, String prefix, HttpRoute route) {
        if (!prefix.endsWith("/")) {
            throw new IllegalArgumentException("prefix: " + prefix + " (expected: a trailing slash)");
        }
        putNew(fallbacks, method + " " + prefix, route);
        return this;
    }

    /** The route for a request, the longest prefix going first after an exact match, or {@code null}. */
    public @Nullable HttpRoute find(String method, String path) {
        HttpRoute route = exact.get(method + " " + path);
        int end = path.lastIndexOf('/');
        while (route == null && end >= 0 && !prefixes.isEmpty()) {
            String key = method + " " + path.substring(0, end + 1);
            route = prefixes.get(key);
            route = route == null ? fallbacks.get(key) : route;
            end = end == 0 ? -1 : path.lastIndexOf('/', end - 1);
        }
        return route;
    }

    /** The methods that a path has routes of its own for, in alphabetical order. */
    public Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (String key : exact.keySet()) {
            if (key.endsWith(" " + path)) {
                methods.add(key.substring(0, key.indexOf(' ')));
            }
        }
        return methods;
    }

    /** The paths below the prefix that have routes of their own, in alphabetical order. */
    public Set<String> paths(String prefix) {
        Set<String> paths = new TreeSet<>();
        for (String key : exact.keySet()) {
            String path = key.substring(key.indexOf(' ') + 1);
            if (path.startsWith(prefix)) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static void putNew(Map<String, HttpRoute> routes, String key, HttpRoute route) {
        if (routes.putIfAbsent(key, route) != null) {
            throw new IllegalArgumentException("route: " + key + " twice (expected: one handler each)");
        }
    }
}
