package io.vaportrail.trail.summary;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.schema.AccessTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.trail.record.RecordedMembers;
import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The permissions that a recorded call took. */
final class CallAccesses {
    /** How AWS words what was denied: with or without quotes, and by SQS in lower case. */
    private static final Pattern DENIAL =
            Pattern.compile("not authorized to perform: (\\S+) on resource: \"?(arn:.+?)\"?(?: because .*)?$");

    private CallAccesses() {}

    /**
     * A permission that a call took.
     *
     * @param action for example {@code sqs:SendMessage}
     * @param resources ARNs, or {@code *} alone
     * @param unknown whether the resources could not be told from the record, so that {@code *} stands for one that is not known
     */
    record Access(String action, List<String> resources, boolean unknown) {}

    /** Whether the call's parts, which are recorded as calls of their own, took the permissions: each deletion of many. */
    static boolean areOfItsParts(StoredCall call) {
        return call.operation() == S3Service.DELETE_OBJECTS && !call.failed();
    }

    /**
     * The permissions, from what the record kept of the parameters; where that is not enough, on the resources that the service named,
     * or that a denial names: records of denied calls have no parameters.
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
        if (arns.isEmpty()) {
            String message = call.errorMessage();
            Matcher denial = DENIAL.matcher(message == null ? "" : message);
            boolean named = denial.find() && denial.group(1).equalsIgnoreCase(needed.action());
            return named
                    ? new Access(needed.action(), List.of(denial.group(2)), false)
                    : new Access(needed.action(), needed.resources(), true);
        }
        return new Access(needed.action(), arns, false);
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
