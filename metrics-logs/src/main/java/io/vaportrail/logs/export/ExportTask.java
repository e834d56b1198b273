package io.vaportrail.logs.export;

import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.CreateExportTaskRequest;
import io.vaportrail.model.logs.ExportTaskExecutionInfo;
import io.vaportrail.model.logs.ExportTaskStatus;
import io.vaportrail.model.logs.ExportTaskStatusCode;
import org.jspecify.annotations.Nullable;

/** One export task and how far it is. */
final class ExportTask {
    private final String id;
    private final LogGroup group;
    private final CreateExportTaskRequest request;
    private final long creationMillis;
    private String status = ExportTaskStatusCode.PENDING;
    private @Nullable String message;
    private long completionMillis;

    ExportTask(String id, LogGroup group, CreateExportTaskRequest request, long creationMillis) {
        this.id = id;
        this.group = group;
        this.request = request;
        this.creationMillis = creationMillis;
    }

    String id() {
        return id;
    }

    LogGroup group() {
        return group;
    }

    CreateExportTaskRequest request() {
        return request;
    }

    /** The folder in the bucket. */
    String prefix() {
        String prefix = request.destinationPrefix();
        return prefix == null || prefix.isEmpty() ? "exportedlogs" : prefix;
    }

    synchronized String status() {
        return status;
    }

    /** Goes on to run; gives {@code false} when it has been cancelled. */
    synchronized boolean start() {
        if (!status.equals(ExportTaskStatusCode.PENDING)) {
            return false;
        }
        status = ExportTaskStatusCode.RUNNING;
        return true;
    }

    synchronized boolean cancel(long nowMillis) {
        if (!isActive()) {
            return false;
        }
        end(ExportTaskStatusCode.CANCELLED, "Cancelled by user", nowMillis);
        return true;
    }

    synchronized void end(String code, String text, long nowMillis) {
        if (isActive()) {
            status = code;
            message = text;
            completionMillis = nowMillis;
        }
    }

    synchronized boolean isActive() {
        return status.equals(ExportTaskStatusCode.PENDING) || status.equals(ExportTaskStatusCode.RUNNING);
    }

    synchronized io.vaportrail.model.logs.ExportTask shown() {
        ExportTaskExecutionInfo.Builder info = ExportTaskExecutionInfo.builder().creationTime(creationMillis);
        if (!isActive()) {
            info.completionTime(completionMillis);
        }
        return io.vaportrail.model.logs.ExportTask.builder()
                .taskId(id)
                .taskName(request.taskName())
                .logGroupName(group.name())
                .from(request.from())
                .to(request.to())
                .destination(request.destination())
                .destinationPrefix(prefix())
                .status(ExportTaskStatus.builder().code(status).message(message).build())
                .executionInfo(info.build())
                .build();
    }
}
