package io.vaportrail.support;

import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.MachineTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Machine time moved by hand. */
public final class ManualMachineTimer implements MachineTimer {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Task(Duration at, Runnable action) {}

    @Override
    public synchronized Cancellable schedule(Duration delay, Runnable task) {
        Task scheduled = new Task(now.plus(delay), task);
        tasks.add(scheduled);
        return () -> remove(scheduled);
    }

    private synchronized void remove(Task task) {
        tasks.removeIf(candidate -> candidate == task);
    }

    @Override
    public synchronized long nanos() {
        return now.toNanos();
    }

    /** How many timers are waiting. */
    public synchronized int size() {
        return tasks.size();
    }

    /** Runs what falls due within the duration. */
    public void advance(Duration duration) {
        List<Task> due;
        synchronized (this) {
            now = now.plus(duration);
            due = tasks.stream().filter(task -> task.at.compareTo(now) <= 0).toList();
            tasks.removeAll(due);
        }
        due.forEach(task -> task.action.run());
    }
}
