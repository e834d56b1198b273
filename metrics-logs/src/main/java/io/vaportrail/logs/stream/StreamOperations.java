package io.vaportrail.logs.stream;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.CreateLogStreamRequest;
import io.vaportrail.model.logs.DeleteLogStreamRequest;
import io.vaportrail.schema.Unit;

/** CreateLogStream and DeleteLogStream. */
public final class StreamOperations {
    private final GroupFinder finder;
    private final LogStore store;

    /** The operations. */
    public StreamOperations(GroupFinder finder, LogStore store) {
        this.finder = finder;
        this.store = store;
    }

    /**
     * CreateLogStream.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html">
     *     CreateLogStream</a>
     */
    public Unit createLogStream(CreateLogStreamRequest input, Call call) {
        store.createStream(finder.named(input.logGroupName(), call), input.logStreamName());
        return Unit.INSTANCE;
    }

    /** DeleteLogStream. */
    public Unit deleteLogStream(DeleteLogStreamRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        if (group.settings().deletionProtection()) {
            throw LogsErrors.validation("The log group has deletion protection enabled. Disable it and try again.");
        }
        store.deleteStream(GroupFinder.stream(group, input.logStreamName()));
        return Unit.INSTANCE;
    }
}
