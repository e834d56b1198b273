package io.vaportrail.logs.event;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.schema.ServiceException;

/** Who may see what data protection hides. */
public final class Unmasking {
    private Unmasking() {}

    /**
     * Refuses who may not.
     *
     * @throws ServiceException when the caller has no permission of {@code logs:Unmask}
     */
    public static void check(LogGroup group, Call call) {
        ServiceException refusal = call.refusal("logs:Unmask", group.arn());
        if (refusal != null) {
            throw refusal;
        }
    }
}
