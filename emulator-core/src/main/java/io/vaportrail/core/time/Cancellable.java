package io.vaportrail.core.time;

/** Something scheduled that can be called off. */
@FunctionalInterface
public interface Cancellable {
    /** Calls it off; without effect when it has run or was called off before. */
    void cancel();
}
