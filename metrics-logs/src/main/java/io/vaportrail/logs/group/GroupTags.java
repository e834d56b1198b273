package io.vaportrail.logs.group;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.store.GroupSettings;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.ListTagsForResourceRequest;
import io.vaportrail.model.logs.ListTagsForResourceResponse;
import io.vaportrail.model.logs.ListTagsLogGroupRequest;
import io.vaportrail.model.logs.ListTagsLogGroupResponse;
import io.vaportrail.model.logs.TagLogGroupRequest;
import io.vaportrail.model.logs.TagResourceRequest;
import io.vaportrail.model.logs.UntagLogGroupRequest;
import io.vaportrail.model.logs.UntagResourceRequest;
import io.vaportrail.schema.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Tags: of log groups by the older operations that take a name, of everything by the newer ones that take an ARN. */
public final class GroupTags {
    private final GroupFinder finder;
    private final LogStore store;
    private final ResourceTags others;

    /** The operations. */
    public GroupTags(GroupFinder finder, LogStore store, ResourceTags others) {
        this.finder = finder;
        this.store = store;
        this.others = others;
    }

    /** TagLogGroup. */
    public Unit tagLogGroup(TagLogGroupRequest input, Call call) {
        return tag(finder.named(input.logGroupName(), call), input.tags());
    }

    /** UntagLogGroup. */
    public Unit untagLogGroup(UntagLogGroupRequest input, Call call) {
        return untag(finder.named(input.logGroupName(), call), input.tags());
    }

    /** ListTagsLogGroup. */
    public ListTagsLogGroupResponse listTagsLogGroup(ListTagsLogGroupRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        return ListTagsLogGroupResponse.builder().tags(group.settings().tags()).build();
    }

    /** TagResource. */
    public Unit tagResource(TagResourceRequest input, Call call) {
        if (isOther(input.resourceArn(), call)) {
            others.change(input.resourceArn(), tags -> {
                tags.putAll(input.tags());
                return tags;
            });
            return Unit.INSTANCE;
        }
        return tag(resource(input.resourceArn(), call), input.tags());
    }

    /** UntagResource. */
    public Unit untagResource(UntagResourceRequest input, Call call) {
        if (isOther(input.resourceArn(), call)) {
            others.change(input.resourceArn(), tags -> {
                input.tagKeys().forEach(tags::remove);
                return tags;
            });
            return Unit.INSTANCE;
        }
        return untag(resource(input.resourceArn(), call), input.tagKeys());
    }

    /** ListTagsForResource. */
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest input, Call call) {
        Map<String, String> tags = isOther(input.resourceArn(), call)
                ? others.of(input.resourceArn())
                : resource(input.resourceArn(), call).settings().tags();
        return ListTagsForResourceResponse.builder().tags(tags).build();
    }

    /**
     * Whether an ARN is that of something else than a log group.
     *
     * @throws io.vaportrail.schema.ServiceException when it would be, but is not there
     */
    private boolean isOther(String text, Call call) {
        LogArn arn = LogArn.of(text);
        if (arn == null || arn.kind().equals("log-group")) {
            return false;
        }
        boolean here = arn.accountId().equals(call.accountId()) && arn.region().equals(call.region());
        if (!here || others.of(text) == null) {
            throw LogsErrors.notFound("The specified resource does not exist.");
        }
        return true;
    }

    private LogGroup resource(String text, Call call) {
        LogArn arn = LogArn.of(text);
        if (arn == null || !arn.kind().equals("log-group") || arn.name().indexOf(':') >= 0) {
            throw LogsErrors.invalid("Invalid resource ARN: " + text);
        }
        return finder.identified(text, call);
    }

    private Unit tag(LogGroup group, Map<String, String> tags) {
        group.update(settings -> {
            GroupSettings tagged = settings.withTags(tags);
            TagRules.checked(group.arn(), tagged.tags());
            return tagged;
        });
        store.changed(group);
        return Unit.INSTANCE;
    }

    private Unit untag(LogGroup group, List<String> keys) {
        group.update(settings -> settings.withoutTags(new HashSet<>(keys)));
        store.changed(group);
        return Unit.INSTANCE;
    }
}
