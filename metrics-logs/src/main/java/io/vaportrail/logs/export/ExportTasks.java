package io.vaportrail.logs.export;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.event.Masks;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.CancelExportTaskRequest;
import io.vaportrail.model.logs.CreateExportTaskRequest;
import io.vaportrail.model.logs.CreateExportTaskResponse;
import io.vaportrail.model.logs.DescribeExportTasksRequest;
import io.vaportrail.model.logs.DescribeExportTasksResponse;
import io.vaportrail.model.s3.GetBucketAclRequest;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Export tasks. A task runs as soon as it is made; the policy of the bucket must let {@code logs.REGION.amazonaws.com} read its ACL and
 * put objects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3ExportTasks.html">Exporting log data to Amazon S3</a>
 */
public final class ExportTasks {
    private static final String TEST_FILE = "aws-logs-write-test";
    private static final String TEST_TEXT = "Permission Check Successful";

    private final Regional<ConcurrentSkipListMap<String, ExportTask>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final GroupFinder finder;
    private final LogEvents events;
    private final EmulatorContext context;
    private final Masks masks;
    private final InternalCalls calls;

    /** No tasks. */
    public ExportTasks(GroupFinder finder, LogEvents events, EmulatorContext context, Masks masks) {
        this.finder = finder;
        this.events = events;
        this.context = context;
        this.masks = masks;
        this.calls = context.calls();
    }

    /** CreateExportTask: answered once the bucket has taken a test file. */
    public CompletionStage<CreateExportTaskResponse> createExportTask(CreateExportTaskRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        if (input.to() < input.from()) {
            throw LogsErrors.invalid("Export task 'to' must not be before 'from'.");
        }
        ConcurrentSkipListMap<String, ExportTask> tasks = regions.in(call.accountId(), call.region());
        ExportTask task = new ExportTask(
                context.ids().uuid(), group, input, context.clock().millis());
        synchronized (tasks) {
            if (tasks.values().stream().anyMatch(ExportTask::isActive)) {
                throw LogsErrors.limitExceeded();
            }
            if (tasks.size() >= LogsLimits.EXPORT_TASKS) {
                tasks.pollFirstEntry();
            }
            tasks.put(task.id(), task);
        }
        return test(task, call).handle((done, failure) -> {
            if (failure != null) {
                tasks.remove(task.id());
                throw refusal(failure);
            }
            new ExportRun(task, events, context, masks, (key, file) -> put(task, key, file, call)).start();
            return CreateExportTaskResponse.builder().taskId(task.id()).build();
        });
    }

    private CompletionStage<?> test(ExportTask task, Call call) {
        GetBucketAclRequest acl = GetBucketAclRequest.builder()
                .bucket(task.request().destination())
                .build();
        return calls.call(
                        S3Service.GET_BUCKET_ACL,
                        acl,
                        caller(task),
                        task.group().region(),
                        call)
                .thenCompose(answer -> {
                    // a bucket that does not exist is what AWS complains of first
                    if (task.request().to() < task.group().creationMillis()) {
                        throw LogsErrors.invalid("Export task 'to' must not be before the log group was created.");
                    }
                    return put(task, task.prefix() + "/" + TEST_FILE, TEST_TEXT.getBytes(StandardCharsets.UTF_8), call);
                });
    }

    private static RuntimeException refusal(Throwable failure) {
        ServiceException answer = answer(failure);
        if (answer == null) {
            return new IllegalStateException("export: the bucket could not be asked", failure);
        }
        return switch (answer.error().code()) {
            case "NoSuchBucket" ->
                LogsErrors.invalid("The given bucket does not exist. Please make sure the bucket is valid.");
            case "AccessDenied" ->
                LogsErrors.invalid(
                        "GetBucketAcl or PutObject call on the given bucket failed. Please check if CloudWatch Logs"
                                + " has been granted permission to perform this operation.");
            default -> answer;
        };
    }

    static @Nullable ServiceException answer(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ServiceException answer ? answer : null;
    }

    private CompletionStage<?> put(ExportTask task, String key, byte[] content, Call call) {
        PutObjectRequest object = PutObjectRequest.builder()
                .bucket(task.request().destination())
                .key(key)
                .body(Blob.ofOwned(content))
                .build();
        return calls.call(
                S3Service.PUT_OBJECT, object, caller(task), task.group().region(), call);
    }

    private static Caller caller(ExportTask task) {
        LogGroup group = task.group();
        return Caller.service("logs." + group.region() + ".amazonaws.com", group.accountId(), group.arn() + ":*");
    }

    /** DescribeExportTasks. */
    public DescribeExportTasksResponse describeExportTasks(DescribeExportTasksRequest input, Call call) {
        String id = input.taskId();
        String status = input.statusCode();
        Paging<ExportTask> page = Paging.of(
                regions.in(call.accountId(), call.region()),
                task -> (id == null || id.equals(task.id())) && (status == null || status.equals(task.status())),
                "export-tasks",
                input.nextToken(),
                input.limit());
        List<io.vaportrail.model.logs.ExportTask> shown = new ArrayList<>();
        for (ExportTask task : page.elements()) {
            shown.add(task.shown());
        }
        return DescribeExportTasksResponse.builder()
                .exportTasks(shown)
                .nextToken(page.nextToken())
                .build();
    }

    /** CancelExportTask. */
    public Unit cancelExportTask(CancelExportTaskRequest input, Call call) {
        ExportTask task = regions.in(call.accountId(), call.region()).get(input.taskId());
        if (task == null) {
            throw LogsErrors.notFound("The specified export task does not exist.");
        }
        if (!task.cancel(context.clock().millis())) {
            throw LogsErrors.invalidOperation("The specified export task has already finished.");
        }
        return Unit.INSTANCE;
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
