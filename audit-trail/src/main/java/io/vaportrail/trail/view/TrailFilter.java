package io.vaportrail.trail.view;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.record.MinedResources;
import io.vaportrail.trail.record.NamedResource;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
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

/** Which records somebody wants to see: those that meet every demand. */
final class TrailFilter implements Predicate<StoredCall> {
    private static final String SERVICE_DOMAIN = ".amazonaws.com";

    private final List<Predicate<StoredCall>> demands;
    private final @Nullable Instant since;

    private TrailFilter(List<Predicate<StoredCall>> demands, @Nullable Instant since) {
        this.demands = List.copyOf(demands);
        this.since = since;
    }

    /**
     * A filter by the values given for each name; none means no demand. Questions that cost more come later.
     *
     * @param values the values of a parameter, any of which may match
     */
    static TrailFilter of(Function<String, List<String>> values, @Nullable Instant since, @Nullable Instant until) {
        List<Predicate<StoredCall>> demands = new ArrayList<>();
        if (since != null) {
            demands.add(call -> call.epochSecond() >= since.getEpochSecond());
        }
        if (until != null) {
            demands.add(call -> call.epochSecond() <= until.getEpochSecond());
        }
        addText(demands, values.apply("eventName"), StoredCall::eventName);
        addText(demands, sources(values.apply("eventSource")), StoredCall::eventSource);
        addText(demands, values.apply("username"), call -> call.sender()
                .caller()
                .displayName());
        addText(demands, values.apply("account"), StoredCall::recipientAccountId);
        addText(demands, values.apply("region"), RecordStyle::regionOf);
        add(demands, values.apply("category"), TrailFilter::categories);
        add(demands, values.apply("error"), TrailFilter::errors);
        add(demands, values.apply("resource"), TrailFilter::resources);
        return new TrailFilter(demands, since);
    }

    /** The time before which nothing is wanted, or {@code null}. */
    @Nullable Instant since() {
        return since;
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
