package io.vaportrail.trail.view;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineTimer;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailStore;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The routes of the trail.
 *
 * <ul>
 *   <li>{@code GET /_vaportrail/trail}: the records, listed or followed
 *   <li>{@code GET /_vaportrail/trail/count}, {@code …/first}, {@code …/last}
 *   <li>{@code GET /_vaportrail/trail/summary}, {@code …/policy}
 *   <li>{@code GET /_vaportrail/trail/markers}; {@code GET}, {@code POST}, {@code DELETE …/markers/NAME}
 * </ul>
 *
 * <p>What makes no sense is answered with 400 and one line that says what was expected. All work is done on workers.
 */
public final class TrailRoutes {
    /** Where the trail is. */
    public static final String PATH = "/_vaportrail/trail";

    /** What the path of a marker begins with. */
    static final String MARKERS = PATH + "/markers/";

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private TrailRoutes() {}

    /** Adds the routes. */
    public static void add(
            HttpRoutes routes,
            TrailStore store,
            RecordRenderer renderer,
            Markers markers,
            EmulatorClock clock,
            Executor workers,
            MachineTimer timer) {
        Answers answers = new Answers(workers);
        Supplier<TrailFilter.Context> context = () -> new TrailFilter.Context(clock.now(), markers, renderer);
        Followers followers = new Followers(store, renderer, workers, timer);
        routes.add("GET", PATH, new TrailRoute(store, renderer, context, answers, followers));
        AnswerRoutes single = new AnswerRoutes(store, renderer, context);
        routes.add("GET", PATH + "/count", answers.route(single::count));
        routes.add("GET", PATH + "/first", answers.route(single::first));
        routes.add("GET", PATH + "/last", answers.route(single::last));
        SummaryRoutes summary = new SummaryRoutes(store, context);
        routes.add("GET", PATH + "/summary", answers.route(summary::summary));
        routes.add("GET", PATH + "/policy", answers.route(summary::policy));
        MarkerRoutes markerRoutes = new MarkerRoutes(markers);
        routes.add("GET", PATH + "/markers", answers.route(markerRoutes::list));
        for (String method : METHODS) {
            routes.addPrefix(method, MARKERS, answers.route(markerRoutes::one));
        }
    }
}
