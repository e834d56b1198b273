package io.vaportrail.sns.store;

import io.vaportrail.sns.filter.FilterPolicy;
import io.vaportrail.sns.store.SubscriptionRecord.Confirmation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subscription. What changes is replaced as a whole, so that a delivery sees one state of it. */
public final class Subscription {
    private final SubscriptionRecord made;
    private final String topicArnText;
    private final @Nullable SnsArn queue;
    private final long order;
    private volatile Settings settings;
    private volatile Confirmation confirmation;
    private volatile boolean deleted;
    private volatile @Nullable String replayStatus;

    /**
     * What its owner set.
     *
     * @param attributes by name
     * @param raw RawMessageDelivery
     * @param filter its filter policy, or {@code null}
     * @param deadLetterTarget the queue of its redrive policy, or {@code null}
     */
    public record Settings(
            Map<String, String> attributes,
            boolean raw,
            @Nullable FilterPolicy filter,
            @Nullable SnsArn deadLetterTarget) {}

    /**
     * A subscription.
     *
     * @param order its place among those of its topic
     */
    public Subscription(SubscriptionRecord record, Settings settings, long order) {
        this.made = record;
        this.topicArnText = record.topicArn().toString();
        this.queue = record.protocol().equals("sqs") ? SnsArn.of(record.endpoint(), "sqs") : null;
        this.settings = settings;
        this.confirmation = record.confirmation();
        this.order = order;
    }

    /** Its ARN. */
    public String arn() {
        return made.arn();
    }

    /** Its topic. */
    public SnsArn topicArn() {
        return made.topicArn();
    }

    /** Its topic's ARN, written out. */
    public String topicArnText() {
        return topicArnText;
    }

    /** Whose it is. */
    public String ownerAccountId() {
        return made.ownerAccountId();
    }

    /** Who made it. */
    public String principalArn() {
        return made.principalArn();
    }

    /** How it is delivered to. */
    public String protocol() {
        return made.protocol();
    }

    /** Where. */
    public String endpoint() {
        return made.endpoint();
    }

    /** The queue that is its endpoint, or {@code null} when that is none. */
    public @Nullable SnsArn queue() {
        return queue;
    }

    /** What addresses start with that its messages carry. */
    public String baseUrl() {
        return made.baseUrl();
    }

    /** The link that ends it. */
    public String unsubscribeUrl() {
        return made.baseUrl() + "/?Action=Unsubscribe&SubscriptionArn=" + made.arn();
    }

    /** What its owner set. */
    public Settings settings() {
        return settings;
    }

    /** Replaces what its owner set. */
    public void settings(Settings changed) {
        settings = changed;
    }

    /** Whether it is confirmed. */
    public Confirmation confirmation() {
        return confirmation;
    }

    /** Whether it still waits to be confirmed. */
    public boolean pending() {
        return confirmation.pending();
    }

    /** Ends the waiting. */
    void confirm(Confirmation confirmed) {
        confirmation = confirmed;
    }

    /** How far the replay has come that its owner asked for last, in AWS's words, or {@code null} without one. */
    public @Nullable String replayStatus() {
        return replayStatus;
    }

    /** Notes how far a replay has come. */
    public void replayStatus(@Nullable String status) {
        replayStatus = status;
    }

    /** Whether it is gone: what was to be delivered to it no longer is. */
    public boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    long order() {
        return order;
    }

    /** The same as plain data. */
    public SubscriptionRecord record() {
        return new SubscriptionRecord(
                made.arn(),
                made.topicArn(),
                made.ownerAccountId(),
                made.principalArn(),
                made.protocol(),
                made.endpoint(),
                made.baseUrl(),
                settings.attributes(),
                confirmation);
    }
}
