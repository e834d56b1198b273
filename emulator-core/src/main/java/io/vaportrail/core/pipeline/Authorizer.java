package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;

/** Decides whether a call may go on. */
@FunctionalInterface
public interface Authorizer {
    /** Lets every call go on. */
    Authorizer ALLOW_ALL = (call, input) -> {};

    /**
     * Returns when the call may go on.
     *
     * @throws ServiceException what the caller is told when it may not
     */
    void authorize(Call call, Struct input);
}
