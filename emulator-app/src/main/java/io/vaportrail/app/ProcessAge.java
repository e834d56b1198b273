package io.vaportrail.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long ago the process started. Where there is a {@code /proc} it is read from there, to ten milliseconds; loading the
 * platform's management classes would take longer than many a start.
 */
final class ProcessAge {
    private static final String LAUNCHED = "vaportrail.launched";
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /** Place of the start time among the fields after the program's name (proc_pid_stat(5): field 22, the name is field 2). */
    private static final int START_TIME = 19;

    /** Ticks a second: fixed at 100 for what Linux shows to programs. */
    private static final double TICKS_PER_SECOND = 100;

    private static final double MILLIS_PER_SECOND = 1000;

    private ProcessAge() {}

    static long millis() {
        try {
            String uptime = Files.readString(UPTIME);
            double now = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
            return Math.round((now - startedAt()) * MILLIS_PER_SECOND);
        } catch (IOException e) {
            return ManagementFactory.getRuntimeMXBean().getUptime();
        }
    }

    /** In seconds since the machine started: as the launcher states it when it had to build first, else as the kernel knows it. */
    private static double startedAt() throws IOException {
        String launched = System.getProperty(LAUNCHED);
        if (launched != null) {
            return Double.parseDouble(launched);
        }
        String stat = Files.readString(STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[START_TIME]) / TICKS_PER_SECOND;
    }
}
