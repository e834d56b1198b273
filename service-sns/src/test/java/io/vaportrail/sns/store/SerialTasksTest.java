package io.vaportrail.sns.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialTasksTest {
    @Test
    void tasksRunInOrderWhoeverComesBy() throws Exception {
        SerialTasks tasks = new SerialTasks();
        List<Integer> ran = new ArrayList<>();
        int[] added = {0};
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> work = () -> {
                for (int i = 0; i < 5_000; i++) {
                    synchronized (added) {
                        int number = added[0]++;
                        tasks.add(() -> ran.add(number));
                    }
                    tasks.run();
                }
                return null;
            };
            threads.invokeAll(List.of(work, work, work, work));
        } finally {
            threads.shutdownNow();
        }

        assertThat(ran).isEqualTo(IntStream.range(0, 20_000).boxed().toList());
        assertThat(tasks.size()).isZero();
    }

    @Test
    void failedTaskDoesNotStopTheOthers() {
        SerialTasks tasks = new SerialTasks();
        List<String> ran = new ArrayList<>();
        tasks.add(() -> {
            throw new IllegalStateException("expected by the test");
        });
        tasks.add(() -> ran.add("second"));

        tasks.run();

        assertThat(ran).containsExactly("second");
    }
}
