package io.vaportrail.trail.trails;

import io.vaportrail.model.cloudtrail.InsightSelector;
import io.vaportrail.trail.insights.InsightKind;
import io.vaportrail.trail.selector.TrailSelectors;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trail: its settings, what it selects, its tags, and how it is doing. Safe for any thread; what is asked for is up to date. */
public final class Trail {
    private final TrailArn arn;
    private final TrailTags tags;
    private final Map<Channel, Outcome> outcomes = new EnumMap<>(Channel.class);
    private volatile TrailSettings settings;
    private volatile TrailSelectors selectors = TrailSelectors.DEFAULT;
    private volatile List<InsightSelector> insightSelectors = List.of();
    private volatile Logging logging = new Logging(false, null, null);

    /**
     * Whether a trail records.
     *
     * @param active whether it does
     * @param started when it last began to, or {@code null}
     * @param stopped when it last ceased to, or {@code null}
     */
    public record Logging(
            boolean active,
            @Nullable Instant started,
            @Nullable Instant stopped) {}

    Trail(TrailArn arn, TrailSettings settings, TrailTags tags) {
        this.arn = arn;
        this.settings = settings;
        this.tags = tags;
    }

    /** Name, account and home region. */
    public TrailArn arn() {
        return arn;
    }

    /** What it was told. */
    public TrailSettings settings() {
        return settings;
    }

    void update(TrailSettings changed) {
        settings = changed;
    }

    /** Which records it asks for. */
    public TrailSelectors selectors() {
        return selectors;
    }

    void select(TrailSelectors changed) {
        selectors = changed;
    }

    /** Which insights it asks for; none unless somebody put some. */
    public List<InsightSelector> insightSelectors() {
        return insightSelectors;
    }

    void selectInsights(List<InsightSelector> changed) {
        insightSelectors = List.copyOf(changed);
    }

    /** Whether it asks for insights of a kind into what happens in a region. */
    public boolean wants(InsightKind kind, String accountId, String region) {
        return arn.accountId().equals(accountId)
                && isIn(region)
                && selectors.logsManagement(kind == InsightKind.CALL_RATE)
                && insightSelectors.stream().anyMatch(s -> kind.type().equals(s.insightType()));
    }

    TrailTags tags() {
        return tags;
    }

    /** Whether it records. */
    public Logging logging() {
        return logging;
    }

    void startLogging(Instant now) {
        logging = new Logging(true, now, logging.stopped());
    }

    void stopLogging(Instant now) {
        logging = new Logging(false, logging.started(), now);
    }

    /** Whether the trail is there in a region: at home, or as the shadow of a multi-region trail. */
    boolean isIn(String region) {
        return settings.multiRegion() || arn.region().equals(region);
    }

    /** What came of the last delivery of a kind. */
    public synchronized Outcome outcome(Channel channel) {
        return outcomes.getOrDefault(channel, Outcome.NONE);
    }

    /** Takes note of a delivery. */
    public synchronized void delivered(Channel channel, Instant time) {
        outcomes.put(channel, outcome(channel).succeeded(time));
    }

    /** Takes note of a failed delivery. */
    public synchronized void failed(Channel channel, Instant time, String errorCode) {
        outcomes.put(channel, outcome(channel).failed(time, errorCode));
    }
}
