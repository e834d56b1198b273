package io.vaportrail.logs.export;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.logs.event.Masks;
import io.vaportrail.logs.group.Prefixes;
import io.vaportrail.logs.store.EventOrder;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.ExportTaskStatusCode;
import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One task at work: stream after stream, file after file, on a worker that is not held while a file is on its way. */
final class ExportRun {
    private final ExportTask task;
    private final LogEvents events;
    private final EmulatorContext context;
    private final Masks masks;
    private final Bucket bucket;
    private final Iterator<LogStream> streams;
    private @Nullable LogStream stream;
    private @Nullable ExportFiles files;
    private int number;

    /** Where files go. */
    @FunctionalInterface
    interface Bucket {
        CompletionStage<?> put(String key, byte[] file);
    }

    ExportRun(ExportTask task, LogEvents events, EmulatorContext context, Masks masks, Bucket bucket) {
        this.task = task;
        this.events = events;
        this.context = context;
        this.masks = masks;
        this.bucket = bucket;
        this.streams = new ArrayList<>(
                        Prefixes.of(task.group().streams(), task.request().logStreamNamePrefix())
                                .values())
                .iterator();
    }

    void start() {
        if (task.start()) {
            goOnLater();
        }
    }

    private void goOnLater() {
        try {
            context.workers().execute(this::goOn);
        } catch (RejectedExecutionException e) {
            end(e);
        }
    }

    private void goOn() {
        try {
            CompletableFuture<?> put = next();
            while (put != null && put.isDone()) {
                put.join();
                put = next();
            }
            if (put == null) {
                end(null);
            } else {
                put.whenComplete((done, failure) -> {
                    if (failure == null) {
                        goOnLater();
                    } else {
                        end(failure);
                    }
                });
            }
        } catch (RuntimeException e) {
            end(e);
        }
    }

    /** Sends the next file; gives {@code null} when there is none or the task has been cancelled. */
    private @Nullable CompletableFuture<?> next() {
        while (task.isActive()) {
            byte[] file = files == null ? null : files.next();
            if (file != null && stream != null) {
                String key = task.prefix() + "/" + task.id() + "/"
                        + stream.name().replace('/', '-') + "/" + String.format(Locale.ROOT, "%06d.gz", number++);
                return bucket.put(key, file).toCompletableFuture();
            }
            if (!streams.hasNext()) {
                return null;
            }
            stream = streams.next();
            number = 0;
            files = new ExportFiles(
                    events.ofStreams(List.of(stream), task.request().from(), behindLast(), EventOrder.OLDEST_FIRST),
                    masks);
        }
        return null;
    }

    /** Events at the end itself belong to the export. */
    private long behindLast() {
        long last = task.request().to();
        return last == Long.MAX_VALUE ? last : last + 1;
    }

    private void end(@Nullable Throwable failure) {
        long now = context.clock().millis();
        if (failure == null) {
            task.end(ExportTaskStatusCode.COMPLETED, "Completed successfully", now);
            return;
        }
        ServiceException answer = ExportTasks.answer(failure);
        String message = answer == null ? "Internal failure" : answer.error().code() + ": " + answer.getMessage();
        task.end(ExportTaskStatusCode.FAILED, message, now);
    }
}
