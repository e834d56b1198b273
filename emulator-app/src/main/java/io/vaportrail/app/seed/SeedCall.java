package io.vaportrail.app.seed;

import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import org.jspecify.annotations.Nullable;

/**
 * A call of a seed file.
 *
 * @param line where its object begins, from 1
 * @param operation what to call
 * @param input its parameters
 * @param caller the access key id of who calls
 * @param region where, or {@code null} for the default region
 */
record SeedCall(
        int line,
        OperationSchema<?, ?> operation,
        Struct input,
        String caller,
        @Nullable String region) {
    /** For messages, for example {@code sqs CreateQueue}. */
    String name() {
        return operation.service().id() + " " + operation.name();
    }
}
