package io.vaportrail.sqs;

import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.deadletter.ListDeadLetterSourceQueues;
import io.vaportrail.sqs.deadletter.RedrivePolicies;
import io.vaportrail.sqs.message.ChangeMessageVisibility;
import io.vaportrail.sqs.message.ChangeMessageVisibilityBatch;
import io.vaportrail.sqs.message.DeleteMessage;
import io.vaportrail.sqs.message.DeleteMessageBatch;
import io.vaportrail.sqs.message.PeekMessages;
import io.vaportrail.sqs.message.ReceiveMessage;
import io.vaportrail.sqs.message.SendMessage;
import io.vaportrail.sqs.message.SendMessageBatch;
import io.vaportrail.sqs.movetask.CancelMessageMoveTask;
import io.vaportrail.sqs.movetask.ListMessageMoveTasks;
import io.vaportrail.sqs.movetask.MoveTasks;
import io.vaportrail.sqs.movetask.StartMessageMoveTask;
import io.vaportrail.sqs.permission.AddPermission;
import io.vaportrail.sqs.permission.RemovePermission;
import io.vaportrail.sqs.queue.CreateQueue;
import io.vaportrail.sqs.queue.DeleteQueue;
import io.vaportrail.sqs.queue.GetQueueAttributes;
import io.vaportrail.sqs.queue.GetQueueUrl;
import io.vaportrail.sqs.queue.ListQueues;
import io.vaportrail.sqs.queue.PurgeQueue;
import io.vaportrail.sqs.queue.SetQueueAttributes;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.QueueEnvironment;
import io.vaportrail.sqs.store.Queues;
import io.vaportrail.sqs.tag.ListQueueTags;
import io.vaportrail.sqs.tag.TagQueue;
import io.vaportrail.sqs.tag.UntagQueue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amazon SQS: all its operations over the queues of all accounts and regions. */
public final class SqsModule implements ServiceModule {
    private final EmulatorContext context;
    private final Queues queues;
    private final MoveTasks moveTasks;
    private final QueueFinder finder;

    /** A module without queues. */
    public SqsModule(EmulatorContext context) {
        this.context = context;
        this.queues = new Queues(new QueueEnvironment(
                context.clock(), context.machineTimer(), context.ids(), context.stateLog(), context.metrics()));
        this.moveTasks = new MoveTasks(queues, context.clock(), context.ids(), context.stateLog());
        this.finder = new QueueFinder(queues);
        context.routes()
                .add(
                        "GET",
                        PeekMessages.PATH,
                        new PeekMessages(
                                finder, context.ids(), context.settings().defaultRegion()));
    }

    @Override
    public ServiceSchema schema() {
        return SqsService.SERVICE;
    }

    @Override
    public DenialWording denials() {
        return SqsDenials::word;
    }

    @Override
    public ViolationWording violations() {
        return new SqsViolations();
    }

    @Override
    public void register(OperationRegistry operations) {
        registerQueues(operations);
        registerMessages(operations);
        registerDeadLetters(operations);
    }

    private void registerQueues(OperationRegistry operations) {
        boolean strict = context.settings().strict();
        RedrivePolicies policies = new RedrivePolicies(queues);
        operations
                .inline(SqsService.CREATE_QUEUE, new CreateQueue(queues, policies, context.clock(), strict))
                .inline(SqsService.DELETE_QUEUE, new DeleteQueue(finder, queues, moveTasks))
                .inline(SqsService.PURGE_QUEUE, new PurgeQueue(finder, context.clock(), strict))
                .inline(SqsService.GET_QUEUE_URL, new GetQueueUrl(finder))
                .inline(SqsService.LIST_QUEUES, new ListQueues(queues))
                .inline(SqsService.GET_QUEUE_ATTRIBUTES, new GetQueueAttributes(finder))
                .inline(SqsService.SET_QUEUE_ATTRIBUTES, new SetQueueAttributes(finder, queues, policies))
                .inline(SqsService.ADD_PERMISSION, new AddPermission(finder, queues))
                .inline(SqsService.REMOVE_PERMISSION, new RemovePermission(finder, queues))
                .inline(SqsService.TAG_QUEUE, new TagQueue(finder, queues))
                .inline(SqsService.UNTAG_QUEUE, new UntagQueue(finder, queues))
                .inline(SqsService.LIST_QUEUE_TAGS, new ListQueueTags(finder));
    }

    private void registerMessages(OperationRegistry operations) {
        operations
                .inline(SqsService.SEND_MESSAGE, new SendMessage(finder))
                .inline(SqsService.SEND_MESSAGE_BATCH, new SendMessageBatch(finder))
                .async(SqsService.RECEIVE_MESSAGE, new ReceiveMessage(finder))
                .inline(SqsService.DELETE_MESSAGE, new DeleteMessage(finder))
                .inline(SqsService.DELETE_MESSAGE_BATCH, new DeleteMessageBatch(finder))
                .inline(SqsService.CHANGE_MESSAGE_VISIBILITY, new ChangeMessageVisibility(finder))
                .inline(SqsService.CHANGE_MESSAGE_VISIBILITY_BATCH, new ChangeMessageVisibilityBatch(finder));
    }

    private void registerDeadLetters(OperationRegistry operations) {
        operations
                .inline(SqsService.LIST_DEAD_LETTER_SOURCE_QUEUES, new ListDeadLetterSourceQueues(finder, queues))
                .inline(SqsService.START_MESSAGE_MOVE_TASK, new StartMessageMoveTask(queues, moveTasks))
                .inline(SqsService.LIST_MESSAGE_MOVE_TASKS, new ListMessageMoveTasks(queues, moveTasks))
                .inline(SqsService.CANCEL_MESSAGE_MOVE_TASK, new CancelMessageMoveTask(queues, moveTasks));
    }

    @Override
    public @Nullable String resourcePolicy(String arn) {
        Queue queue = queue(arn);
        return queue == null ? null : queue.attributes().policy();
    }

    @Override
    public boolean hasResource(String arn) {
        return queue(arn) != null;
    }

    @Override
    public Map<String, String> resourceTags(String arn) {
        Queue queue = queue(arn);
        return queue == null ? Map.of() : queue.settings().tags();
    }

    private @Nullable Queue queue(String arn) {
        QueueArn parsed = QueueArn.parse(arn);
        return parsed == null ? null : queues.find(parsed);
    }

    @Override
    public void reset(@Nullable String accountId) {
        moveTasks.reset(accountId);
        queues.reset(accountId);
    }

    /** All queues, for checks and snapshots. */
    public Queues queues() {
        return queues;
    }
}
