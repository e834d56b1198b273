package io.vaportrail.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.vaportrail.app.cli.LogRequests;
import io.vaportrail.core.pipeline.RequestLog;
import org.slf4j.LoggerFactory;

/** What is logged. */
public final class Logs {
    private Logs() {}

    /** Has SLF4J log through {@link LogProvider}; before the first logger is asked for. */
    public static void install() {
        System.setProperty("slf4j.provider", LogProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    /**
     * Sets the levels.
     *
     * @param level error, warn, info, debug or trace, for the emulator's own loggers; libraries say what they warn of
     * @param requests which calls are logged
     */
    public static void configure(String level, LogRequests requests) {
        context().getLogger("io.vaportrail").setLevel(Level.valueOf(level));
        Level requestLevel =
                switch (requests) {
                    case NONE -> Level.OFF;
                    case ERRORS -> Level.WARN;
                    case ALL -> Level.INFO;
                };
        context().getLogger(RequestLog.LOGGER).setLevel(requestLevel);
    }

    /** Writes out what waits, and ends. */
    public static void stop() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
