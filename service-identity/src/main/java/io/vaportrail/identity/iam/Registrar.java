package io.vaportrail.identity.iam;

import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;

/** Takes the operations of IAM, and has each run with the monitor of the caller's account. */
public final class Registrar {
    private final OperationRegistry operations;
    private final Accounts accounts;

    Registrar(OperationRegistry operations, Accounts accounts) {
        this.operations = operations;
        this.accounts = accounts;
    }

    /** Registers an operation. */
    public <I extends Struct, O extends Struct> Registrar add(
            OperationSchema<I, O> operation, AccountHandler<I, O> handler) {
        operations.inline(operation, (input, call) -> {
            AccountIdentities account = accounts.of(call.accountId());
            synchronized (account) {
                return handler.handle(account, input, call);
            }
        });
        return this;
    }
}
