package io.vaportrail.app.seed;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.CredentialScope;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.pipeline.ServiceCalls;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the calls of a seed file, one after another, as those who are named there. They are recorded like any others. */
public final class Seeder {
    private static final long TIMEOUT_SECONDS = 60;

    private final ServiceCalls calls;
    private final IdentityResolver identities;
    private final EmulatorSettings settings;

    /** With what every call from outside is identified by. */
    public Seeder(ServiceCalls calls, IdentityResolver identities, EmulatorSettings settings) {
        this.calls = calls;
        this.identities = identities;
        this.settings = settings;
    }

    /**
     * Makes the calls.
     *
     * @throws SeedException when the file is not understood, or at the first call that fails
     */
    public void run(Path file) throws IOException {
        for (SeedCall call : SeedFile.read(file)) {
            try {
                make(call);
            } catch (ServiceException e) {
                throw new SeedException(file + ", line " + call.line() + ": " + call.name() + " as " + call.caller()
                        + ": " + e.error().code() + ": " + e.getMessage());
            }
        }
    }

    private void make(SeedCall call) throws IOException {
        String region = Objects.requireNonNullElse(call.region(), settings.defaultRegion());
        CredentialScope scope = new CredentialScope(
                call.caller(), region, call.operation().service().id());
        Caller caller = identities.resolve(scope, false);
        await(call, send(call.operation(), call.input(), caller, region));
    }

    private <I extends Struct, O extends Struct> CompletionStage<O> send(
            OperationSchema<I, O> operation, Struct input, Caller caller, String region) {
        String publicUrl = settings.publicUrl();
        CallOrigin origin = CallOrigin.within(
                "127.0.0.1", "vaportrail-seed", publicUrl == null ? "http://localhost:4566" : publicUrl);
        @SuppressWarnings("unchecked") // The input was read by the operation's own schema.
        I typed = (I) input;
        return calls.call(operation, typed, caller, region, origin);
    }

    private static void await(SeedCall call, CompletionStage<?> result) throws IOException {
        try {
            result.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServiceException refused) {
                throw refused;
            }
            throw new IOException(call.name() + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new SeedException("line " + call.line() + ": " + call.name() + ": no answer in " + TIMEOUT_SECONDS
                    + " s (expected: one)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(call.name() + ": interrupted", e);
        }
    }
}
