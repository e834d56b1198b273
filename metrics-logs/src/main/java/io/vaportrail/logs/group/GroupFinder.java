package io.vaportrail.logs.group;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.store.LogStream;
import org.jspecify.annotations.Nullable;

/** Finds the log group or stream that a caller names. */
public final class GroupFinder {
    private final LogStore store;

    /** A finder among these groups. */
    public GroupFinder(LogStore store) {
        this.store = store;
    }

    /** A group of an account, or {@code null} when there is none of the name. */
    public @Nullable LogGroup find(String accountId, String region, String name) {
        return store.in(accountId, region).get(name);
    }

    /**
     * A group by name.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    public LogGroup named(String name, Call call) {
        LogGroup group = store.in(call.accountId(), call.region()).get(name);
        if (group == null) {
            throw LogsErrors.noSuchGroup();
        }
        return group;
    }

    /**
     * A group by name or ARN.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    public LogGroup identified(String identifier, Call call) {
        if (!identifier.startsWith("arn:")) {
            return named(identifier, call);
        }
        LogArn arn = LogArn.of(identifier);
        if (arn == null || !arn.kind().equals("log-group") || !arn.region().equals(call.region())) {
            throw LogsErrors.invalid("The specified log group identifier is not valid: " + identifier);
        }
        // Accounts are not linked here, so that an ARN of another account leads nowhere.
        LogGroup group = arn.accountId().equals(call.accountId()) ? store.find(arn) : null;
        if (group == null) {
            throw LogsErrors.noSuchGroup();
        }
        return group;
    }

    /**
     * A group that is given either by name or by name or ARN.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none, or both or neither are given
     */
    public LogGroup either(@Nullable String name, @Nullable String identifier, Call call) {
        if (name != null && identifier != null) {
            throw LogsErrors.validation("LogGroup name and LogGroup ARN are mutually exclusive parameters.");
        }
        if (name != null) {
            return named(name, call);
        }
        if (identifier == null) {
            throw LogsErrors.missing("logGroupName");
        }
        return identified(identifier, call);
    }

    /**
     * A stream by name.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    public static LogStream stream(LogGroup group, String name) {
        LogStream stream = group.streams().get(name);
        if (stream == null) {
            throw LogsErrors.noSuchStream();
        }
        return stream;
    }

    /**
     * Refuses what groups of other classes than STANDARD cannot do.
     *
     * @throws io.vaportrail.schema.ServiceException when the group is of another class
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html">Log classes</a>
     */
    public static void requireStandard(LogGroup group) {
        if (!group.isStandard()) {
            throw LogsErrors.invalidOperation(
                    "The operation is not supported for log groups of class " + group.groupClass() + ".");
        }
    }
}
