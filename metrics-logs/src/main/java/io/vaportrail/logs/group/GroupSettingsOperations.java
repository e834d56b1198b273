package io.vaportrail.logs.group;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.store.GroupSettings;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.AssociateKmsKeyRequest;
import io.vaportrail.model.logs.DeleteLogGroupRequest;
import io.vaportrail.model.logs.DeleteRetentionPolicyRequest;
import io.vaportrail.model.logs.DisassociateKmsKeyRequest;
import io.vaportrail.model.logs.PutLogGroupDeletionProtectionRequest;
import io.vaportrail.model.logs.PutRetentionPolicyRequest;
import io.vaportrail.schema.Unit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** DeleteLogGroup, and what changes one thing of a log group. */
public final class GroupSettingsOperations {
    private final GroupFinder finder;
    private final LogStore store;

    /** The operations. */
    public GroupSettingsOperations(GroupFinder finder, LogStore store) {
        this.finder = finder;
        this.store = store;
    }

    /** DeleteLogGroup. */
    public Unit deleteLogGroup(DeleteLogGroupRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        if (group.settings().deletionProtection()) {
            throw LogsErrors.validation("The log group has deletion protection enabled. Disable it and try again.");
        }
        store.delete(group);
        return Unit.INSTANCE;
    }

    /**
     * PutRetentionPolicy. What is older is gone at once.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">
     *     PutRetentionPolicy</a>
     */
    public Unit putRetentionPolicy(PutRetentionPolicyRequest input, Call call) {
        int days = input.retentionInDays();
        if (!LogsLimits.RETENTION_DAYS.contains(days)) {
            throw LogsErrors.constraint(
                    "retentionInDays", days, "Member must satisfy enum value set: " + LogsLimits.RETENTION_DAYS);
        }
        LogGroup group = finder.named(input.logGroupName(), call);
        change(group, settings -> settings.withRetention(days));
        store.expire(group);
        return Unit.INSTANCE;
    }

    /** DeleteRetentionPolicy. */
    public Unit deleteRetentionPolicy(DeleteRetentionPolicyRequest input, Call call) {
        return change(finder.named(input.logGroupName(), call), settings -> settings.withRetention(null));
    }

    /** PutLogGroupDeletionProtection. */
    public Unit putLogGroupDeletionProtection(PutLogGroupDeletionProtectionRequest input, Call call) {
        boolean on = input.deletionProtectionEnabled();
        return change(
                finder.identified(input.logGroupIdentifier(), call), settings -> settings.withDeletionProtection(on));
    }

    /** AssociateKmsKey. */
    public Unit associateKmsKey(AssociateKmsKeyRequest input, Call call) {
        LogGroup group = encrypted(input.logGroupName(), input.resourceIdentifier(), call);
        String key = KmsKeys.checked(input.kmsKeyId());
        return change(group, settings -> settings.withKmsKey(key));
    }

    /** DisassociateKmsKey. */
    public Unit disassociateKmsKey(DisassociateKmsKeyRequest input, Call call) {
        LogGroup group = encrypted(input.logGroupName(), input.resourceIdentifier(), call);
        return change(group, settings -> settings.withKmsKey(null));
    }

    private LogGroup encrypted(@Nullable String name, @Nullable String resource, Call call) {
        if (name == null && resource == null || name != null && resource != null) {
            throw LogsErrors.invalid("Exactly one of logGroupName and resourceIdentifier must be specified.");
        }
        if (name != null) {
            return finder.named(name, call);
        }
        if (resource == null || resource.contains(":query-result:")) {
            throw LogsErrors.invalid("Vaportrail does not encrypt query results: " + resource);
        }
        return finder.identified(resource, call);
    }

    private Unit change(LogGroup group, UnaryOperator<GroupSettings> change) {
        group.update(change);
        store.changed(group);
        return Unit.INSTANCE;
    }
}
