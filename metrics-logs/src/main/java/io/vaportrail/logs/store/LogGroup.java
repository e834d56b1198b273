package io.vaportrail.logs.store;

import io.vaportrail.model.logs.LogGroupClass;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A log group with its streams. */
public final class LogGroup {
    /** Days that a log group of class DELIVERY keeps its events. */
    private static final int DELIVERY_DAYS = 1;

    private final LogArn arn;
    private final String text;
    private final String groupClass;
    private final long creationMillis;
    private final ConcurrentSkipListMap<String, LogStream> streams = new ConcurrentSkipListMap<>();
    private volatile GroupSettings settings;

    LogGroup(LogArn arn, String groupClass, long creationMillis, GroupSettings settings) {
        this.arn = arn;
        this.text = arn.toString();
        this.groupClass = groupClass;
        this.creationMillis = creationMillis;
        this.settings = settings;
    }

    /** Its name. */
    public String name() {
        return arn.name();
    }

    /** The account that owns it. */
    public String accountId() {
        return arn.accountId();
    }

    /** Where it is. */
    public String region() {
        return arn.region();
    }

    /** Its ARN, without {@code :*}. */
    public String arn() {
        return text;
    }

    /** {@code STANDARD}, {@code INFREQUENT_ACCESS} or {@code DELIVERY}. */
    public String groupClass() {
        return groupClass;
    }

    /** Whether it is of the class that can do everything. */
    public boolean isStandard() {
        return groupClass.equals(LogGroupClass.STANDARD);
    }

    /** When it was made, in milliseconds since 1970. */
    public long creationMillis() {
        return creationMillis;
    }

    /** Its streams by name. */
    public ConcurrentSkipListMap<String, LogStream> streams() {
        return streams;
    }

    /** What can be changed of it. */
    public GroupSettings settings() {
        return settings;
    }

    /** Changes it. */
    public synchronized void update(UnaryOperator<GroupSettings> change) {
        settings = change.apply(settings);
    }

    /**
     * The time before which events are no more.
     *
     * @param nowMillis the time, in milliseconds since 1970
     * @return {@link Long#MIN_VALUE} when they are kept for ever
     */
    public long keptFromMillis(long nowMillis) {
        Integer days = retentionInDays();
        return days == null ? Long.MIN_VALUE : nowMillis - Duration.ofDays(days).toMillis();
    }

    /** How long events are kept, or {@code null} for ever. */
    public @Nullable Integer retentionInDays() {
        return groupClass.equals(LogGroupClass.DELIVERY) ? Integer.valueOf(DELIVERY_DAYS) : settings.retentionInDays();
    }
}
