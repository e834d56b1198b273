package io.vaportrail.trail.view;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailStore;
import io.vaportrail.trail.summary.LeastPrivilege;
import io.vaportrail.trail.summary.Principal;
import io.vaportrail.trail.summary.Summary;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summary of calls, and the policy that allows them. */
final class SummaryRoutes {
    /** How many principals a complaint names. */
    private static final int MOST_NAMED = 10;

    private final TrailStore store;
    private final Supplier<TrailFilter.Context> context;

    SummaryRoutes(TrailStore store, Supplier<TrailFilter.Context> context) {
        this.store = store;
        this.context = context;
    }

    /** Calls by principal, action and resource. */
    HttpResponse summary(HttpRequest request) {
        Parameters parameters = TrailQuery.parameters(request.query(), Set.of("principal", "format"));
        TrailFilter filter = TrailFilter.of(parameters, context.get());
        boolean text = parameters.isOther("format", "json", "text");
        String principal = parameters.first("principal");
        // who asks for an account by name wants to see what others did there
        boolean copies = !parameters.all("account").isEmpty();
        Summary summary = new Summary();
        try (Reader reader = Reader.newestFirst(store, filter)) {
            for (StoredCall call = reader.next(); call != null; call = reader.next()) {
                if ((copies || isOriginal(call)) && isBy(principal, call)) {
                    summary.add(call);
                }
            }
        }
        return text
                ? HttpResponse.text(200, Answers.TEXT, SummaryTable.text(summary))
                : Answers.json(200, SummaryTable.json(summary));
    }

    /** The least policy that allows what a principal did. */
    HttpResponse policy(HttpRequest request) {
        Parameters parameters = TrailQuery.parameters(request.query(), Set.of("principal", "denied"));
        TrailFilter filter = TrailFilter.of(parameters, context.get());
        String principal = parameters.first("principal");
        boolean denied = parameters.isOther("denied", "exclude", "include");
        Map<String, LeastPrivilege> policies = new TreeMap<>();
        try (Reader reader = Reader.newestFirst(store, filter)) {
            for (StoredCall call = reader.next(); call != null; call = reader.next()) {
                Caller caller = call.sender().caller();
                if (Principal.hasPolicies(caller) && isOriginal(call) && isBy(principal, call)) {
                    policies.computeIfAbsent(Principal.of(caller), unseen -> new LeastPrivilege(denied))
                            .add(call);
                }
            }
        }
        if (policies.size() == 1) {
            return policy(policies.values().iterator().next());
        }
        if (policies.isEmpty()) {
            return Answers.line(
                    404,
                    "policy: no calls by " + TrailQueryException.printable(principal == null ? "anybody" : principal)
                            + " (expected: at least one in the window)");
        }
        throw new TrailQueryException(
                "principal",
                principal == null ? "not given" : principal,
                "one of the " + policies.size() + " that called, such as "
                        + policies.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
    }

    private static HttpResponse policy(LeastPrivilege policy) {
        HttpResponse answer = policy.isEmpty()
                ? Answers.line(
                        404,
                        "policy: nothing to allow, " + policy.denied() + " calls were denied and " + policy.unknown()
                                + " could not be made out (expected: at least one that needs a permission)")
                : HttpResponse.text(200, Answers.JSON, policy.document());
        return answer.header("Vaportrail-Left-Out", "denied=" + policy.denied() + ", unknown=" + policy.unknown());
    }

    private static boolean isOriginal(StoredCall call) {
        Caller caller = call.sender().caller();
        return caller.type() == Caller.Type.ANONYMOUS
                || call.recipientAccountId().equals(caller.accountId());
    }

    private static boolean isBy(@Nullable String principal, StoredCall call) {
        return principal == null || Principal.isNamed(call.sender().caller(), principal);
    }
}
