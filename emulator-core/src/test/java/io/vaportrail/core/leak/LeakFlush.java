package io.vaportrail.core.leak;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes Netty report the buffers that were collected without having been released, once the last test of a module ended.
 *
 * <p>Netty notices such a buffer only at the next allocation after its collection, so that what the last tests leak would
 * never be reported. A report at this late moment belongs to no test, so that Surefire does not write it to any test's
 * output file: it goes to a file of its own, which the build's check of leaks reads like the others.
 */
public final class LeakFlush implements LauncherSessionListener {
    private static final int ROUNDS = 3;
    private static final long COLLECTION_MILLIS = 2_000;

    private final Path reports = Path.of(System.getProperty("vaportrail.test.reports", "target"));
    private final Path output = reports.resolve("leak-flush-output.txt");

    /** For the service loader. */
    public LeakFlush() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        ByteBufUtil.setLeakListener((resource, records) -> write("LEAK: " + resource + records));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                collect();
                PooledByteBufAllocator.DEFAULT.buffer(1).release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            write("LEAK: unknown, interrupted while collecting");
        }
    }

    /** Returns when a collection has cleared what was unreachable before it. */
    private static void collect() throws InterruptedException {
        var queue = new ReferenceQueue<Object>();
        var sentinel = new PhantomReference<>(new Object(), queue);
        System.gc();
        if (queue.remove(COLLECTION_MILLIS) != sentinel) {
            throw new IllegalStateException("collection: none (expected: one when asked for)");
        }
    }

    private void write(String line) {
        try {
            Files.createDirectories(reports);
            Files.write(output, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
