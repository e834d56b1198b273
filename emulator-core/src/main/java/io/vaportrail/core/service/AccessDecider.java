package io.vaportrail.core.service;

import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import org.jspecify.annotations.Nullable;

/** Decides over single actions in the middle of a call. */
public interface AccessDecider {
    /** Lets everything happen. */
    AccessDecider ALLOW_ALL = (call, input, action, arn) -> null;

    /**
     * What the caller is told when he may not, or {@code null} when he may.
     *
     * @param input what was asked
     * @param action for example {@code s3:DeleteObject}
     * @param arn of the resource
     */
    @Nullable ServiceException refusal(Call call, Struct input, String action, String arn);
}
