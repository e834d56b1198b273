package io.vaportrail.sqs.permission;

import io.vaportrail.core.policy.EditablePolicy;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.AddPermissionRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueAttributes;
import io.vaportrail.sqs.store.Queues;
import java.util.List;
import java.util.Set;

/**
 * AddPermission: adds a statement to the queue's policy.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">AddPermission</a>
 */
public final class AddPermission implements Handler<AddPermissionRequest, Unit> {
    /** What can be shared with other accounts. */
    private static final Set<String> ACTIONS = Set.of(
            "*",
            "ChangeMessageVisibility",
            "DeleteMessage",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "PurgeQueue",
            "ReceiveMessage",
            "SendMessage");

    private final QueueFinder finder;
    private final Queues queues;

    /** The operation. */
    public AddPermission(QueueFinder finder, Queues queues) {
        this.finder = finder;
        this.queues = queues;
    }

    @Override
    public Unit handle(AddPermissionRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        checkLabel(input.label());
        checkActions(input.actions());
        checkAccounts(input.awsAccountIds());
        queue.changeAttributes(attributes -> added(attributes, queue.arnText(), input));
        queues.report(queue);
        return Unit.INSTANCE;
    }

    private static QueueAttributes added(QueueAttributes attributes, String queueArn, AddPermissionRequest input) {
        EditablePolicy policy = QueuePolicy.of(attributes.policy(), queueArn);
        if (policy.has(input.label())) {
            throw SqsErrors.invalidParameterValue("Label", input.label(), "Already exists.");
        }
        if (policy.size() >= SqsLimits.POLICY_STATEMENTS) {
            throw SqsErrors.overLimit(SqsLimits.POLICY_STATEMENTS + " statements were found, maximum allowed is "
                    + SqsLimits.POLICY_STATEMENTS + ".");
        }
        List<String> actions =
                input.actions().stream().map(action -> "SQS:" + action).toList();
        policy.allow(input.label(), input.awsAccountIds(), actions, queueArn);
        return attributes.withPolicy(QueuePolicy.textOf(policy));
    }

    private static void checkLabel(String label) {
        boolean plain = label.chars()
                .allMatch(c ->
                        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_');
        if (label.isEmpty() || label.length() > SqsLimits.PERMISSION_LABEL_LENGTH || !plain) {
            throw SqsErrors.invalidParameterValue(
                    "Label",
                    label,
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to "
                            + SqsLimits.PERMISSION_LABEL_LENGTH + " in length");
        }
    }

    private static void checkActions(List<String> actions) {
        if (actions.isEmpty()) {
            throw SqsErrors.missingParameter("Actions");
        }
        if (actions.size() > SqsLimits.POLICY_ACTIONS) {
            throw SqsErrors.overLimit(
                    actions.size() + " Actions were found, maximum allowed is " + SqsLimits.POLICY_ACTIONS + ".");
        }
        for (String action : actions) {
            if (!ACTIONS.contains(action)) {
                throw SqsErrors.invalidParameterValue(
                        "ActionName",
                        "SQS:" + action,
                        "Please refer to the appropriate WSDL for a list of valid actions.");
            }
        }
    }

    private static void checkAccounts(List<String> accounts) {
        if (accounts.isEmpty()) {
            throw SqsErrors.missingParameter("AWSAccountIds");
        }
        if (accounts.size() > SqsLimits.POLICY_PRINCIPALS) {
            throw SqsErrors.overLimit(accounts.size() + " principals were found, maximum allowed is "
                    + SqsLimits.POLICY_PRINCIPALS + ".");
        }
        for (String account : accounts) {
            if (account.length() != 12 || !account.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw SqsErrors.invalidParameterValue("PrincipalId", "[" + account + "]", "Unable to verify.");
            }
        }
    }
}
