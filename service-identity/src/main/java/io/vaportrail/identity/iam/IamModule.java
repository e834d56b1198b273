package io.vaportrail.identity.iam;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.schema.ServiceSchema;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** IAM: its operations over the identities of all accounts. */
public final class IamModule implements ServiceModule {
    private final EmulatorContext context;
    private final Accounts accounts;
    private final Consumer<@Nullable String> reset;

    /**
     * A module over these identities.
     *
     * @param reset forgets everything, or everything of one account
     */
    public IamModule(EmulatorContext context, Accounts accounts, Consumer<@Nullable String> reset) {
        this.context = context;
        this.accounts = accounts;
        this.reset = reset;
    }

    @Override
    public ServiceSchema schema() {
        return IamService.SERVICE;
    }

    @Override
    public void register(OperationRegistry operations) {}

    @Override
    public void reset(@Nullable String accountId) {
        reset.accept(accountId);
    }
}
