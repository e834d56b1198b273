package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.AccessDecider;
import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import org.jspecify.annotations.Nullable;

/** Decides whether a call may go on. */
@FunctionalInterface
public interface Authorizer extends AccessDecider {
    /** Lets every call go on. */
    Authorizer ALLOW_ALL = (call, input) -> {};

    /**
     * Returns when the call may go on.
     *
     * @throws ServiceException what the caller is told when it may not
     */
    void authorize(Call call, Struct input);

    @Override
    default @Nullable ServiceException refusal(Call call, Struct input, String action, String arn) {
        return null;
    }
}
