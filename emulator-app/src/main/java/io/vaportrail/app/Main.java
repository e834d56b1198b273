package io.vaportrail.app;

import io.vaportrail.app.cli.Command;
import io.vaportrail.app.cli.CommandLineReader;
import io.vaportrail.app.cli.StartOptions;
import io.vaportrail.app.cli.UsageException;
import io.vaportrail.app.log.Logs;
import io.vaportrail.core.random.RandomIds;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.trail.store.TrailLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program {@code vaportrail}. It ends with status 0 when stopped, 1 when it cannot run, 2 when it was called wrongly. */
public final class Main {
    private static final int CANNOT_RUN = 1;
    private static final int CALLED_WRONGLY = 2;

    private Main() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        nameSelectors();
        Logs.install();
        try {
            Command command = new CommandLineReader(System.getenv(), Version.text()).read(arguments);
            if (command instanceof Command.Start start) {
                run(start);
            } else if (command instanceof Command.Print print) {
                System.out.println(print.text());
            } else if (command instanceof Command.Health health) {
                HealthCheck.run(health.port());
            } else {
                Training.run();
            }
        } catch (UsageException e) {
            end(String.valueOf(e.getMessage()), CALLED_WRONGLY);
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()), CANNOT_RUN);
        }
    }

    private static void run(Command.Start start) throws IOException {
        Logs.configure(start.options().logLevel(), start.options().logRequests());
        Emulator emulator =
                Emulator.start(options(start.options()), start.options().seedFile());
        Runtime.getRuntime().addShutdownHook(new Stop(emulator));
        print(System.out, "Ready " + emulator.endpoint() + " " + ProcessAge.millis() + " ms");
        Logger log = LoggerFactory.getLogger(Main.class);
        for (String notice : start.notices()) {
            log.warn(notice);
        }
        awaitTheEnd();
    }

    /** Says who makes Java's selectors. Nobody else does, but Java would open every jar of the class path to be sure. */
    private static void nameSelectors() {
        if (System.getProperty("os.name").equals("Linux")) {
            System.setProperty("java.nio.channels.spi.SelectorProvider", "sun.nio.ch.EPollSelectorProvider");
        }
    }

    /** The one shutdown hook: it ends the process itself, since the virtual machine would end with 143 after SIGTERM. */
    private static final class Stop extends Thread {
        private final Emulator emulator;

        Stop(Emulator emulator) {
            super("vaportrail-stop");
            this.emulator = emulator;
        }

        @Override
        public void run() {
            emulator.close();
            Logs.stop();
            Runtime.getRuntime().halt(0);
        }
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the command line says, as the emulator takes it. */
    static EmulatorOptions options(StartOptions options) {
        Long seed = options.seed();
        Long s3Memory = options.s3MemoryBytes();
        Long logsMemory = options.logsMemoryBytes();
        return new EmulatorOptions(
                options.server(),
                options.emulator(),
                new TrailLimits(options.auditManagementBytes(), options.auditDataBytes()),
                options.trailDelivery(),
                s3Memory == null ? EmulatorOptions.defaultS3Memory() : s3Memory,
                options.metricsMemoryBytes(),
                logsMemory == null ? EmulatorOptions.defaultLogsMemory() : logsMemory,
                seed == null ? new RandomIds() : new SeededIds(seed),
                MachineClock.SYSTEM);
    }

    private static void end(String line, int status) {
        print(System.err, "vaportrail: " + line);
        System.exit(status);
    }

    /** In one write, so that a line is never seen half. */
    private static void print(PrintStream out, String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
