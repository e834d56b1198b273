package io.vaportrail.trail.record;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.policy.MemberLookup;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.ResourceTrait;
import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The resources that a record names: of the kinds that the overlay states for the operation, in its order. What the service named
 * itself counts, since it knows what an alias or a name stands for; where it named none, and the call succeeded, or was denied by S3,
 * whose parameters name them as they are, they follow from the parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-receive-logs-from-multiple-accounts.html">What
 *     records of denied calls on buckets of others name</a>
 */
final class RecordedResources {
    private RecordedResources() {}

    static List<AuditScope.Resource> of(StoredCall call) {
        if (call.isServiceEvent()) {
            return call.resources();
        }
        List<ResourceTrait> stated = call.operation().recordedResources();
        if (stated.isEmpty()) {
            return List.of();
        }
        List<AuditScope.Resource> named = call.resources();
        if (stated.size() == 1
                && named.size() == 1
                && named.get(0).type().equals(stated.get(0).type())) {
            return named;
        }
        Set<AuditScope.Resource> found = new LinkedHashSet<>();
        for (ResourceTrait trait : stated) {
            for (AuditScope.Resource resource : named) {
                if (resource.type().equals(trait.type())) {
                    found.add(resource);
                }
            }
        }
        if (found.isEmpty() && (!call.failed() || isDeniedByS3(call))) {
            for (ResourceTrait trait : stated) {
                found.addAll(fromParameters(call, trait));
            }
        }
        return new ArrayList<>(found);
    }

    /** Whether S3 denied a call on objects. */
    static boolean isDeniedByS3(StoredCall call) {
        return call.failed()
                && call.category() == EventCategory.DATA
                && call.operation().service().id().equals("s3")
                && "AccessDenied".equals(call.errorCode());
    }

    private static List<AuditScope.Resource> fromParameters(StoredCall call, ResourceTrait trait) {
        if (trait.arn().isEmpty()) {
            return List.of(new AuditScope.Resource(trait.type(), ""));
        }
        MemberLookup members = RecordedMembers.of(call, UnaryOperator.identity());
        List<AuditScope.Resource> resources = new ArrayList<>(1);
        for (String arn : ResourceArns.arns(
                trait,
                call.operation().input(),
                members,
                call.sender().caller().accountId(),
                call.sender().region())) {
            resources.add(new AuditScope.Resource(trait.type(), arn));
        }
        return resources;
    }
}
