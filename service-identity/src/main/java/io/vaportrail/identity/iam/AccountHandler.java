package io.vaportrail.identity.iam;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.schema.Struct;

/**
 * An operation on one account, whose monitor is held while it runs.
 *
 * @param <I> the input
 * @param <O> the output
 */
@FunctionalInterface
public interface AccountHandler<I extends Struct, O extends Struct> {
    /**
     * Does the work.
     *
     * @throws io.vaportrail.schema.ServiceException what the caller is told
     */
    O handle(AccountIdentities account, I input, Call call);
}
