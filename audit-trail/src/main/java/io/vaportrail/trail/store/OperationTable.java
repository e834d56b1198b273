package io.vaportrail.trail.store;

import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.StructSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The operations that were called, numbered, with what is kept of each. There are as many as the models have. */
final class OperationTable {
    /** A refusal before the service has read the request loses the parameters, as seen in records; S3 shows them all the same. */
    private static final Map<String, Set<String>> WITHOUT_PARAMETERS =
            Map.of("s3", Set.of(), "ssm", Set.of("AccessDenied", "ThrottlingException"));

    private static final Set<String> ELSE_WITHOUT_PARAMETERS = Set.of("AccessDenied", "AuthorizationError");

    private final Map<OperationSchema<?, ?>, Plan> plans = new ConcurrentHashMap<>();
    private final List<OperationSchema<?, ?>> byNumber = new CopyOnWriteArrayList<>();

    /**
     * What is kept of an operation's calls.
     *
     * @param number the position in the table
     * @param answer whether the answer is kept
     * @param withoutParameters errors that come without parameters
     */
    record Plan(int number, boolean answer, Set<String> withoutParameters) {
        boolean parameters(@Nullable String errorCode) {
            return errorCode == null || !withoutParameters.contains(errorCode);
        }
    }

    Plan plan(OperationSchema<?, ?> operation) {
        Plan known = plans.get(operation);
        return known != null ? known : add(operation);
    }

    OperationSchema<?, ?> operation(int number) {
        return byNumber.get(number);
    }

    private synchronized Plan add(OperationSchema<?, ?> operation) {
        Plan known = plans.get(operation);
        if (known == null) {
            String service = operation.service().id();
            known = new Plan(
                    byNumber.size(),
                    answers(operation),
                    Objects.requireNonNullElse(WITHOUT_PARAMETERS.get(service), ELSE_WITHOUT_PARAMETERS));
            byNumber.add(operation);
            plans.put(operation, known);
        }
        return known;
    }

    /**
     * {@code responseElements} is null for read-only calls, except where STS hands out credentials: AssumeRole is read-only in
     * records and yet shows them.
     */
    private static boolean answers(OperationSchema<?, ?> operation) {
        StructSchema<?> output = operation.output();
        boolean credentials = operation.service().id().equals("sts") && output.memberNamed("Credentials") != null;
        return !operation.audit().readOnly() || credentials;
    }
}
