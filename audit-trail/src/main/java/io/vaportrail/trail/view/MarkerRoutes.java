package io.vaportrail.trail.view;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.trail.markers.Marker;
import io.vaportrail.trail.markers.Markers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Markers over HTTP: set, read, list, remove. */
final class MarkerRoutes {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final String ALLOWED = "DELETE, GET, HEAD, POST";

    private final Markers markers;

    MarkerRoutes(Markers markers) {
        this.markers = markers;
    }

    /** All markers, by name. */
    HttpResponse list(HttpRequest request) {
        Parameters.parse(request.query(), Set.of(), Set.of());
        return Answers.json(
                200,
                Map.of(
                        "Markers",
                        markers.all().stream().map(MarkerRoutes::shown).toList()));
    }

    /** One marker, whatever is to be done with it. */
    HttpResponse one(HttpRequest request) {
        String name = request.path().substring(TrailRoutes.MARKERS.length());
        if (!Markers.isName(name)) {
            throw new TrailQueryException("marker", name, Markers.NAME_RULE);
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> get(name, request);
            case "POST" -> set(name, request);
            case "DELETE" -> remove(name, request);
            default ->
                Answers.line(405, "method: " + request.method() + " (expected: one of " + ALLOWED + ")")
                        .header("Allow", ALLOWED);
        };
    }

    private HttpResponse get(String name, HttpRequest request) {
        Parameters.parse(request.query(), Set.of(), Set.of());
        Marker marker = markers.find(name);
        return marker == null ? unknown(name) : Answers.json(200, shown(marker));
    }

    private HttpResponse set(String name, HttpRequest request) {
        String account =
                Parameters.parse(request.query(), Set.of(), Set.of("account")).first("account");
        if (account != null && !ACCOUNT.matcher(account).matches()) {
            throw new TrailQueryException("account", account, "12 digits");
        }
        Marker marker = markers.set(name, account);
        return marker == null
                ? Answers.line(409, "markers: " + Markers.MOST + " already (expected: fewer; DELETE some, or reset)")
                : Answers.json(201, shown(marker));
    }

    private HttpResponse remove(String name, HttpRequest request) {
        Parameters.parse(request.query(), Set.of(), Set.of());
        return markers.remove(name) ? HttpResponse.of(204) : unknown(name);
    }

    private static HttpResponse unknown(String name) {
        return Answers.line(404, "marker: " + name + " (expected: one that was set)");
    }

    private static Map<String, Object> shown(Marker marker) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", marker.name());
        members.put("time", marker.time().toString());
        if (marker.account() != null) {
            members.put("account", marker.account());
        }
        return members;
    }
}
