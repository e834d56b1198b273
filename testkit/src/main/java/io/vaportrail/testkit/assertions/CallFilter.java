package io.vaportrail.testkit.assertions;

import io.vaportrail.testkit.trail.TrailRecord;
import java.util.function.Predicate;

/**
 * Which calls are meant.
 *
 * @param words how to say it, for failures
 * @param test whether a call is meant
 */
record CallFilter(String words, Predicate<TrailRecord> test) {
    static final CallFilter ALL = new CallFilter("calls", record -> true);

    CallFilter and(String more, Predicate<TrailRecord> also) {
        return new CallFilter(words + " " + more, test.and(also));
    }

    static Predicate<TrailRecord> ofAction(String action) {
        return record -> action.equals(record.action()) || action.equals(record.eventName());
    }
}
