package io.vaportrail.trail.summary;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.schema.AccessTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.trail.record.RecordedMembers;
import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The permissions that a recorded call took. */
final class CallAccesses {
    private CallAccesses() {}

    /**
     * A permission that a call took.
     *
     * @param action for example {@code sqs:SendMessage}
     * @param resources ARNs, or {@code *} alone
     * @param unknown whether the resources could not be told from the record, so that {@code *} stands for one that is not known
     */
    record Access(String action, List<String> resources, boolean unknown) {}

    /**
     * The permissions, from what the record kept of the parameters; where that is not enough, on the resources that the service named.
     *
     * @param value what to make of a parameter before it goes into an ARN
     */
    static List<Access> of(StoredCall call, UnaryOperator<String> value) {
        OperationSchema<?, ?> operation = call.operation();
        List<Access> accesses = new ArrayList<>(1);
        for (ResourceArns.Access needed : ResourceArns.of(
                operation,
                RecordedMembers.of(call, value),
                call.sender().caller().accountId(),
                call.sender().region())) {
            boolean unknown = needed.resources().contains(ResourceArns.ANY) && hasResources(operation, needed.action());
            accesses.add(unknown ? named(call, needed) : new Access(needed.action(), needed.resources(), false));
        }
        return accesses;
    }

    private static Access named(StoredCall call, ResourceArns.Access needed) {
        List<String> arns = call.resources().stream()
                .map(AuditScope.Resource::arn)
                .filter(arn -> !arn.isEmpty())
                .distinct()
                .toList();
        return arns.isEmpty()
                ? new Access(needed.action(), needed.resources(), true)
                : new Access(needed.action(), arns, false);
    }

    private static boolean hasResources(OperationSchema<?, ?> operation, String action) {
        for (AccessTrait access : operation.accesses()) {
            if (access.action().equals(action) && !access.resources().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
