package io.vaportrail.s3.lifecycle;

import io.vaportrail.model.s3.GetBucketLifecycleConfigurationOutput;
import io.vaportrail.model.s3.LifecycleExpiration;
import io.vaportrail.model.s3.LifecycleRule;
import io.vaportrail.model.s3.LifecycleRuleAndOperator;
import io.vaportrail.model.s3.LifecycleRuleFilter;
import io.vaportrail.model.s3.Tag;
import io.vaportrail.s3.HttpDates;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a bucket's rules mean, and when.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">Lifecycle configuration elements</a>
 */
public final class LifecycleRules {
    /** What is smaller than 128 KiB does not change its storage class unless a filter speaks of sizes. */
    static final String ALL_FROM_128K = "all_storage_classes_128K";

    private static final Duration DAY = Duration.ofDays(1);

    private LifecycleRules() {}

    /** The enabled rules of a bucket. */
    static List<LifecycleRule> of(Bucket bucket) {
        if (!(bucket.settings().document(Document.LIFECYCLE)
                instanceof GetBucketLifecycleConfigurationOutput configured)) {
            return List.of();
        }
        return Objects.requireNonNullElse(configured.rules(), List.<LifecycleRule>of()).stream()
                .filter(rule -> rule.status().equals("Enabled"))
                .toList();
    }

    /** The prefix of the keys that a rule means. */
    static String prefix(LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        LifecycleRuleAndOperator and = filter == null ? null : filter.and();
        String prefix = filter == null ? rule.prefix() : and == null ? filter.prefix() : and.prefix();
        return Objects.requireNonNullElse(prefix, "");
    }

    /** Whether a rule speaks of sizes. */
    static boolean hasSizes(LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        LifecycleRuleAndOperator and = filter == null ? null : filter.and();
        return filter != null && (filter.objectSizeGreaterThan() != null || filter.objectSizeLessThan() != null)
                || and != null && (and.objectSizeGreaterThan() != null || and.objectSizeLessThan() != null);
    }

    /** Whether a rule means a version. A rule that speaks of tags or sizes means no delete marker. */
    static boolean covers(LifecycleRule rule, ObjectVersion version) {
        if (!version.key().startsWith(prefix(rule))) {
            return false;
        }
        LifecycleRuleFilter filter = rule.filter();
        if (filter == null) {
            return true;
        }
        LifecycleRuleAndOperator and = filter.and();
        if (and != null) {
            for (Tag tag : LifecycleChecks.orNone(and.tags())) {
                if (!hasTag(version, tag)) {
                    return false;
                }
            }
            return hasSize(version, and.objectSizeGreaterThan(), and.objectSizeLessThan());
        }
        return (filter.tag() == null || hasTag(version, filter.tag()))
                && hasSize(version, filter.objectSizeGreaterThan(), filter.objectSizeLessThan());
    }

    private static boolean hasTag(ObjectVersion version, Tag tag) {
        return tag.value().equals(version.tags().get(tag.key()));
    }

    private static boolean hasSize(ObjectVersion version, @Nullable Long greater, @Nullable Long less) {
        if (greater == null && less == null) {
            return true;
        }
        ObjectContent content = version.content();
        return content != null
                && (greater == null || content.size() > greater)
                && (less == null || content.size() < less);
    }

    /** So many days after a time, at the next midnight of UTC. */
    static Instant due(Instant from, int days) {
        Instant exact = from.plus(days, ChronoUnit.DAYS);
        Instant midnight = exact.truncatedTo(ChronoUnit.DAYS);
        return midnight.equals(exact) ? midnight : midnight.plus(DAY);
    }

    /** When an object's current version expires by a rule, or {@code null} when it never does. */
    static @Nullable Instant expiry(LifecycleRule rule, ObjectVersion version) {
        LifecycleExpiration expiration = rule.expiration();
        if (expiration == null || version.isDeleteMarker() || !covers(rule, version)) {
            return null;
        }
        Integer days = expiration.days();
        return days == null ? expiration.date() : due(version.lastModified(), days);
    }

    /** The {@code x-amz-expiration} of an object, or {@code null} when nothing says that it expires. */
    public static @Nullable String expiration(Bucket bucket, ObjectVersion version) {
        if (bucket.settings().document(Document.LIFECYCLE) == null) {
            return null;
        }
        Instant first = null;
        String id = "";
        for (LifecycleRule rule : of(bucket)) {
            Instant expiry = expiry(rule, version);
            if (expiry != null && (first == null || expiry.isBefore(first))) {
                first = expiry;
                id = String.valueOf(rule.id());
            }
        }
        return first == null
                ? null
                : "expiry-date=\"" + HttpDates.format(first) + "\", rule-id=\""
                        + URLEncoder.encode(id, StandardCharsets.UTF_8) + '"';
    }
}
