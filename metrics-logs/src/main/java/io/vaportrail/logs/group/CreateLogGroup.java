package io.vaportrail.logs.group;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.store.GroupSettings;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.CreateLogGroupRequest;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.schema.Unit;
import java.util.Locale;
import java.util.Map;

/**
 * CreateLogGroup.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html">CreateLogGroup</a>
 */
public final class CreateLogGroup implements Handler<CreateLogGroupRequest, Unit> {
    private final LogStore store;

    /** The operation. */
    public CreateLogGroup(LogStore store) {
        this.store = store;
    }

    @Override
    public Unit handle(CreateLogGroupRequest input, Call call) {
        if (input.logGroupName().toLowerCase(Locale.ROOT).startsWith("aws/")) {
            throw LogsErrors.invalid("Log groups starting with AWS/ are reserved for AWS.");
        }
        String groupClass = input.logGroupClass();
        Map<String, String> tags = input.tags();
        Boolean isProtected = input.deletionProtectionEnabled();
        String key = input.kmsKeyId();
        LogArn arn = LogArn.group(call.region(), call.accountId(), input.logGroupName());
        GroupSettings settings = new GroupSettings(
                null,
                key == null ? null : KmsKeys.checked(key),
                tags == null ? Map.of() : TagRules.checked(arn.toString(), tags),
                isProtected != null && isProtected);
        store.create(arn, groupClass == null ? LogGroupClass.STANDARD : groupClass, settings);
        return Unit.INSTANCE;
    }
}
