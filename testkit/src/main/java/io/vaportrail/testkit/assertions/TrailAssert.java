package io.vaportrail.testkit.assertions;

import io.vaportrail.testkit.trail.Trail;
import io.vaportrail.testkit.trail.TrailRecord;
import io.vaportrail.testkit.trail.TrailTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about all calls of a trail; {@link #call} and {@link #callsBy} narrow them. Failures show the records that matter as a
 * table. Calls of services on their own, such as SNS delivering to SQS, count as calls by the service.
 */
public final class TrailAssert extends AbstractAssert<TrailAssert, Trail> {
    TrailAssert(Trail actual) {
        super(actual, TrailAssert.class);
    }

    /**
     * The calls of an action.
     *
     * @param action such as {@code sqs:SendMessage}, or an event's name alone, such as {@code SendMessage}
     */
    public CallsAssert call(String action) {
        return new CallsAssert(actual, CallFilter.ALL, info).call(action);
    }

    /** The calls by somebody, given by name or ARN: a user, a role, a session, a service. */
    public CallsAssert callsBy(String principal) {
        return new CallsAssert(actual, CallFilter.ALL, info).by(principal);
    }

    /** Passes when policies denied nothing. */
    public TrailAssert hasNoDenials() {
        return hasNone("denied calls", TrailRecord::isDenied);
    }

    /** Passes when every call succeeded. */
    public TrailAssert hasNoErrors() {
        return hasNone("failed calls", record -> record.errorCode() != null);
    }

    /**
     * Passes when no call outside a list was made; those in it need not have been made.
     *
     * @param actions such as {@code sqs:SendMessage}, or events' names alone
     */
    public TrailAssert hasOnlyCalls(String... actions) {
        Set<String> allowed = Set.copyOf(Arrays.asList(actions));
        return hasNone(
                "calls other than " + String.join(", ", actions),
                record -> !allowed.contains(record.action()) && !allowed.contains(record.eventName()));
    }

    /** Passes when nobody else called; those named need not have. */
    public TrailAssert hasOnlyCallsBy(String... principals) {
        return hasNone("calls by others than " + String.join(", ", principals), record -> Arrays.stream(principals)
                .noneMatch(record::isBy));
    }

    /** Passes when there is no call at all. */
    public TrailAssert isEmpty() {
        return hasNone("calls", record -> true);
    }

    /**
     * Passes when these calls were made one after another; others may lie between them.
     *
     * @param actions such as {@code sqs:SendMessage}, or events' names alone
     */
    public TrailAssert hasCallsInOrder(String... actions) {
        List<TrailRecord> records = actual.records();
        Iterator<TrailRecord> rest = records.iterator();
        for (String action : actions) {
            Predicate<TrailRecord> wanted = CallFilter.ofAction(action);
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = wanted.test(rest.next());
            }
            if (!found) {
                failWithMessage(
                        "%nExpecting calls in this order:%n  %s%nbut %s is not where it should be in:%n%s",
                        String.join(", ", actions), action, TrailTable.of(records));
            }
        }
        return this;
    }

    private TrailAssert hasNone(String what, Predicate<TrailRecord> unwanted) {
        List<TrailRecord> found = new ArrayList<>(actual.records());
        found.removeIf(unwanted.negate());
        if (!found.isEmpty()) {
            failWithMessage("%nExpecting no %s, but there were %d:%n%s", what, found.size(), TrailTable.of(found));
        }
        return this;
    }
}
