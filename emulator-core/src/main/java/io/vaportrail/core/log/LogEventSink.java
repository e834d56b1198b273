package io.vaportrail.core.log;

import java.util.List;

/** Takes note of log events as they are written. */
public interface LogEventSink {
    /** Wants nothing. */
    LogEventSink NONE = new LogEventSink() {
        @Override
        public boolean wants(String accountId, String region, String groupName) {
            return false;
        }

        @Override
        public void written(String accountId, String region, String groupName, List<LogEvent> events) {}
    };

    /** Whether it cares for events of a log group; asked for every batch, so it must be quick. */
    boolean wants(String accountId, String region, String groupName);

    /** Events have been written. Called without locks, for one batch on one thread, before the writer is answered. */
    void written(String accountId, String region, String groupName, List<LogEvent> events);
}
