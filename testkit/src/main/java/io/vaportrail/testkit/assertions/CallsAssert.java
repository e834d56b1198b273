package io.vaportrail.testkit.assertions;

import io.vaportrail.testkit.trail.Trail;
import io.vaportrail.testkit.trail.TrailRecord;
import io.vaportrail.testkit.trail.TrailTable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * Assertions about some calls of a trail. {@link #call}, {@link #by}, {@link #on}, {@link #with} and the like narrow further; the others
 * assert. A call is a request: a batch of ten messages is one {@code SendMessageBatch}.
 */
public final class CallsAssert extends AbstractAssert<CallsAssert, Trail> {
    private final CallFilter filter;

    /** With the description and message of the assertions that this goes on from. */
    CallsAssert(Trail actual, CallFilter filter, WritableAssertionInfo before) {
        super(actual, CallsAssert.class);
        this.filter = filter;
        info.overridingErrorMessage(before.overridingErrorMessage());
        info.description(before.description());
    }

    /** Of them, the calls of an action such as {@code sqs:SendMessage}, or {@code SendMessage}. */
    public CallsAssert call(String action) {
        return narrowed("of " + action, CallFilter.ofAction(action));
    }

    /** Of them, the calls by somebody, given by name or ARN: a user, a role, a session, a service. */
    public CallsAssert by(String principal) {
        return narrowed("by " + principal, record -> record.isBy(principal));
    }

    /** Of them, the calls that name or touch a resource, given by its name, URL or ARN. */
    public CallsAssert on(String resource) {
        return new CallsAssert(actual.on(resource), filter.and("on " + resource, record -> true), info);
    }

    /** Of them, those with this value in the record, for example {@code requestParameters.queueName}. */
    public CallsAssert with(String path, Object value) {
        return narrowed(
                "with " + path + " = " + value,
                record -> Objects.equals(String.valueOf(record.at(path)), value.toString()));
    }

    /** Of them, those that failed with an error code. */
    public CallsAssert failingWith(String errorCode) {
        return narrowed("failing with " + errorCode, record -> errorCode.equals(record.errorCode()));
    }

    /** Of them, those that succeeded. */
    public CallsAssert succeeding() {
        return narrowed("that succeeded", record -> record.errorCode() == null);
    }

    /** Passes when there are exactly so many of them. */
    public CallsAssert happened(int times) {
        List<TrailRecord> found = found();
        if (found.size() != times) {
            fail("exactly " + times, found);
        }
        return this;
    }

    /** Passes when there is exactly one of them. */
    public CallsAssert happenedOnce() {
        return happened(1);
    }

    /** Passes when there are so many of them, or more. */
    public CallsAssert happenedAtLeast(int times) {
        List<TrailRecord> found = found();
        if (found.size() < times) {
            fail("at least " + times, found);
        }
        return this;
    }

    /** Passes when there is none of them. */
    public CallsAssert neverHappened() {
        List<TrailRecord> found = found();
        if (!found.isEmpty()) {
            fail("no", found);
        }
        return this;
    }

    /** Passes when there are some, and all of them come from these, given by name or ARN. */
    public CallsAssert happenedOnlyBy(String... principals) {
        List<TrailRecord> found = found();
        boolean others =
                found.stream().anyMatch(record -> Arrays.stream(principals).noneMatch(record::isBy));
        if (found.isEmpty() || others) {
            fail("some, by " + String.join(", ", principals) + " alone,", found);
        }
        return this;
    }

    /** The calls that are meant, the oldest first. */
    public List<TrailRecord> records() {
        return found();
    }

    private List<TrailRecord> found() {
        return actual.records().stream().filter(filter.test()).toList();
    }

    private CallsAssert narrowed(String words, Predicate<TrailRecord> also) {
        return new CallsAssert(actual, filter.and(words, also), info);
    }

    private void fail(String expected, List<TrailRecord> found) {
        String besides = found.isEmpty() ? "%nThe trail has:%n" + escape(TrailTable.of(actual.records())) : "";
        failWithMessage(
                "%nExpecting %s %s, but there were %d:%n%s" + besides,
                expected,
                filter.words(),
                found.size(),
                TrailTable.of(found));
    }

    private static String escape(String text) {
        return text.replace("%", "%%");
    }
}
