package io.vaportrail.sns.permission;

import io.vaportrail.core.policy.EditablePolicy;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.AddPermissionInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.List;

/**
 * AddPermission: adds a statement to the topic's policy.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html">AddPermission</a>
 */
public final class AddPermission implements Handler<AddPermissionInput, Unit> {
    private static final String OUT_OF_SCOPE = "Policy statement action out of service scope!";

    private final TopicFinder finder;
    private final Topics topics;

    /** The operation. */
    public AddPermission(TopicFinder finder, Topics topics) {
        this.finder = finder;
        this.topics = topics;
    }

    @Override
    public Unit handle(AddPermissionInput input, Call call) {
        Topic topic = finder.find(input.topicArn(), call);
        check(input);
        topic.change(old -> added(old, input));
        topics.report(topic);
        return Unit.INSTANCE;
    }

    private static void check(AddPermissionInput input) {
        if (input.label().isEmpty()) {
            throw SnsErrors.invalid("Label");
        }
        if (input.awsAccountId().isEmpty()) {
            throw SnsErrors.missing("AWSAccountId");
        }
        if (input.actionName().isEmpty()) {
            throw SnsErrors.missing("ActionName");
        }
        for (String action : input.actionName()) {
            if (!TopicPolicy.isAction("sns:" + action)) {
                throw SnsErrors.invalid(OUT_OF_SCOPE);
            }
        }
        for (String account : input.awsAccountId()) {
            if (account.length() != 12 || !account.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw SnsErrors.invalid("AWSAccountId");
            }
        }
    }

    private static TopicRecord added(TopicRecord old, AddPermissionInput input) {
        EditablePolicy policy = TopicPolicy.of(old.arn(), old.policy());
        if (policy.has(input.label())) {
            throw SnsErrors.invalid("Statement already exists");
        }
        if (policy.size() >= SnsLimits.POLICY_STATEMENTS) {
            throw SnsErrors.invalid("Policy Error: more than " + SnsLimits.POLICY_STATEMENTS + " statements");
        }
        List<String> actions =
                input.actionName().stream().map(action -> "SNS:" + action).toList();
        policy.allow(input.label(), input.awsAccountId(), actions, old.arn().toString());
        return with(old, policy);
    }

    static TopicRecord with(TopicRecord old, EditablePolicy policy) {
        return new TopicRecord(old.arn(), old.attributes(), policy.toJson(), old.dataProtectionPolicy(), old.tags());
    }
}
