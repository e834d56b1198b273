package io.vaportrail.conformance.secrecy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that the emulator logs, down to the finest, from here until it is closed. */
final class CapturedLog implements AutoCloseable {
    private static final List<String> LOGGERS = List.of("io.vaportrail", "io.vaportrail.requests");

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<Runnable> restore = new ArrayList<>();

    CapturedLog() {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        };
        appender.start();
        for (String name : LOGGERS) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            Level level = logger.getLevel();
            boolean additive = logger.isAdditive();
            logger.setLevel(Level.ALL);
            logger.setAdditive(false);
            logger.addAppender(appender);
            restore.add(() -> {
                logger.detachAppender(appender);
                logger.setAdditive(additive);
                logger.setLevel(level);
            });
        }
    }

    /** The messages and stack traces. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        restore.forEach(Runnable::run);
    }
}
