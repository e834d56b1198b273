package io.vaportrail.s3.store;

import org.jspecify.annotations.Nullable;

/** What must hold of an object for a write to happen; asked under the bucket's lock. */
@FunctionalInterface
public interface Condition {
    /** Nothing must hold. */
    Condition NONE = current -> {};

    /**
     * Returns when the write may happen.
     *
     * @param current the newest version, or {@code null} when there is none or it is a delete marker
     * @throws io.vaportrail.schema.ServiceException what the caller is told when it may not
     */
    void check(@Nullable ObjectVersion current);
}
