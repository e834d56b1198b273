package io.vaportrail.trail.view;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.query.Where;
import io.vaportrail.trail.record.MinedResources;
import io.vaportrail.trail.record.NamedResource;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which records somebody wants to see: those that meet every demand.
 *
 * <table>
 *   <caption>Parameters</caption>
 *   <tr><td>{@code eventName}, {@code username}, {@code region}, {@code account}</td><td>the value in the record; sent more than
 *       once, any of the values</td></tr>
 *   <tr><td>{@code eventSource}</td><td>the same; {@code sqs} is short for {@code sqs.amazonaws.com}</td></tr>
 *   <tr><td>{@code resource}</td><td>name, URL or ARN of a resource that the call names or touches</td></tr>
 *   <tr><td>{@code category}</td><td>{@code Management}, {@code Data}, or {@code None} for calls that AWS does not record</td></tr>
 *   <tr><td>{@code error}</td><td>an error code, or {@code true} for any error, or {@code false} for success</td></tr>
 *   <tr><td>{@code since}, {@code until}</td><td>a time like {@code 2026-01-31T12:00:00Z}, how long ago, like {@code PT10M}, or a
 *       marker, like {@code marker:NAME}</td></tr>
 *   <tr><td>{@code where}</td><td>a query, see {@link Where}</td></tr>
 * </table>
 */
final class TrailFilter implements Predicate<StoredCall> {
    /** The parameters that may come more than once. */
    static final Set<String> MANY =
            Set.of("eventName", "eventSource", "username", "resource", "category", "error", "region", "account");

    /** The parameters that may come once. */
    static final Set<String> ONCE = Set.of("since", "until", "where");

    private static final String SERVICE_DOMAIN = ".amazonaws.com";

    private final List<Predicate<StoredCall>> demands;
    private final @Nullable Bound since;

    private TrailFilter(List<Predicate<StoredCall>> demands, @Nullable Bound since) {
        this.demands = List.copyOf(demands);
        this.since = since;
    }

    /**
     * What parameters are read against.
     *
     * @param now the emulator's time, which durations count back from
     * @param markers the markers that windows may begin and end at
     * @param renderer for queries that need the whole record
     */
    record Context(Instant now, Markers markers, RecordRenderer renderer) {}

    /** A filter by the parameters that were sent; none means no demand. Questions that cost more come later. */
    static TrailFilter of(Parameters parameters, Context context) {
        Bound since = Bound.parse("since", parameters.first("since"), context.now(), context.markers());
        Bound until = Bound.parse("until", parameters.first("until"), context.now(), context.markers());
        List<Predicate<StoredCall>> demands = new ArrayList<>();
        if (since != null) {
            demands.add(since::begins);
        }
        if (until != null) {
            demands.add(until::ends);
        }
        addText(demands, parameters.all("eventName"), StoredCall::eventName);
        addText(demands, sources(parameters.all("eventSource")), StoredCall::eventSource);
        addText(demands, parameters.all("username"), call -> call.sender()
                .caller()
                .displayName());
        addText(demands, parameters.all("account"), StoredCall::recipientAccountId);
        addText(demands, parameters.all("region"), RecordStyle::regionOf);
        add(demands, parameters.all("category"), TrailFilter::categories);
        add(demands, parameters.all("error"), TrailFilter::errors);
        add(demands, parameters.all("resource"), TrailFilter::resources);
        String where = parameters.first("where");
        if (where != null) {
            demands.add(Where.parse(where).over(context.renderer()));
        }
        return new TrailFilter(demands, since);
    }

    /** Where the window begins, or {@code null}. */
    @Nullable Bound since() {
        return since;
    }

    /** The position that everything wanted comes after. */
    TrailPosition after() {
        return since instanceof Bound.Place place ? place.position() : TrailPosition.START;
    }

    /** Whether neither this call nor any that was recorded before it is wanted. */
    boolean isPast(StoredCall call) {
        return call.sequence() <= Math.min(after().management(), after().data());
    }

    @Override
    public boolean test(StoredCall call) {
        for (Predicate<StoredCall> demand : demands) {
            if (!demand.test(call)) {
                return false;
            }
        }
        return true;
    }

    private static void addText(
            List<Predicate<StoredCall>> demands, List<String> values, Function<StoredCall, @Nullable String> text) {
        if (!values.isEmpty()) {
            demands.add(call -> {
                String found = text.apply(call);
                return found != null && values.contains(found);
            });
        }
    }

    private static void add(
            List<Predicate<StoredCall>> demands,
            List<String> values,
            Function<List<String>, Predicate<StoredCall>> demand) {
        if (!values.isEmpty()) {
            demands.add(demand.apply(values));
        }
    }

    private static List<String> sources(List<String> values) {
        return values.stream()
                .map(value -> value.indexOf('.') < 0 ? value + SERVICE_DOMAIN : value)
                .toList();
    }

    private static Predicate<StoredCall> categories(List<String> values) {
        Set<EventCategory> wanted = EnumSet.noneOf(EventCategory.class);
        for (String value : values) {
            try {
                wanted.add(EventCategory.valueOf(value.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new TrailQueryException("category", value, "Management, Data or None");
            }
        }
        return call -> wanted.contains(call.category());
    }

    private static Predicate<StoredCall> errors(List<String> values) {
        Set<String> codes = new HashSet<>(values);
        boolean any = codes.remove("true");
        boolean none = codes.remove("false");
        return call -> call.failed() ? any || codes.contains(Objects.requireNonNull(call.errorCode())) : none;
    }

    private static Predicate<StoredCall> resources(List<String> values) {
        return call -> {
            for (AuditScope.Resource resource : call.resources()) {
                if (values.contains(resource.arn())) {
                    return true;
                }
            }
            for (NamedResource resource : MinedResources.of(call)) {
                if (values.contains(resource.name())) {
                    return true;
                }
            }
            return false;
        };
    }
}
