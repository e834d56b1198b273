package io.vaportrail.s3.lifecycle;

import io.vaportrail.model.s3.BucketLifecycleConfiguration;
import io.vaportrail.model.s3.LifecycleExpiration;
import io.vaportrail.model.s3.LifecycleRule;
import io.vaportrail.model.s3.LifecycleRuleFilter;
import io.vaportrail.model.s3.NoncurrentVersionExpiration;
import io.vaportrail.model.s3.NoncurrentVersionTransition;
import io.vaportrail.model.s3.Transition;
import io.vaportrail.s3.S3Error;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lifecycle configuration must be like.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html">PutBucketLifecycleConfiguration</a>
 */
final class LifecycleChecks {
    private LifecycleChecks() {}

    static void check(BucketLifecycleConfiguration configuration) {
        List<LifecycleRule> rules = configuration.rules();
        if (rules.isEmpty() || rules.size() > S3Limits.LIFECYCLE_RULES) {
            throw S3Errors.malformedXml();
        }
        Set<String> ids = new HashSet<>();
        for (LifecycleRule rule : rules) {
            String id = rule.id();
            if (id != null && id.length() > S3Limits.LIFECYCLE_ID_LENGTH) {
                throw wrong("ID length should not exceed allowed limit of " + S3Limits.LIFECYCLE_ID_LENGTH);
            }
            if (id != null && !id.isEmpty() && !ids.add(id)) {
                throw wrong("Rule ID must be unique. Found same ID for more than one rule");
            }
            check(rule);
        }
    }

    private static void check(LifecycleRule rule) {
        if (rule.filter() == null == (rule.prefix() == null)) {
            throw S3Errors.malformedXml();
        }
        if (rule.filter() != null) {
            checkFilter(rule.filter());
        }
        if (rule.expiration() == null
                && rule.noncurrentVersionExpiration() == null
                && rule.abortIncompleteMultipartUpload() == null
                && orNone(rule.transitions()).isEmpty()
                && orNone(rule.noncurrentVersionTransitions()).isEmpty()) {
            throw S3Errors.invalidRequest("At least one action needs to be specified in a rule");
        }
        if (rule.expiration() != null) {
            checkExpiration(rule.expiration());
        }
        if (rule.noncurrentVersionExpiration() != null) {
            checkNoncurrent(rule.noncurrentVersionExpiration());
        }
        if (rule.abortIncompleteMultipartUpload() != null) {
            checkDays(
                    "AbortIncompleteMultipartUpload",
                    rule.abortIncompleteMultipartUpload().daysAfterInitiation());
        }
        checkTransitions(rule);
    }

    /** A filter is one condition, or several under And; none at all means every object. */
    private static void checkFilter(LifecycleRuleFilter filter) {
        int conditions = present(filter.prefix())
                + present(filter.tag())
                + present(filter.objectSizeGreaterThan())
                + present(filter.objectSizeLessThan())
                + present(filter.and());
        if (conditions > 1) {
            throw S3Errors.malformedXml();
        }
    }

    private static int present(@Nullable Object value) {
        return value == null ? 0 : 1;
    }

    private static void checkExpiration(LifecycleExpiration expiration) {
        boolean marker = Boolean.TRUE.equals(expiration.expiredObjectDeleteMarker());
        if (present(expiration.days()) + present(expiration.date()) + (marker ? 1 : 0) != 1) {
            throw S3Errors.malformedXml();
        }
        if (expiration.days() != null && expiration.days() < 1) {
            throw wrong("'Days' for Expiration action must be a positive integer");
        }
        checkMidnight(expiration.date());
    }

    private static void checkMidnight(@Nullable Instant date) {
        if (date != null && !date.truncatedTo(ChronoUnit.DAYS).equals(date)) {
            throw wrong("'Date' must be at midnight GMT");
        }
    }

    private static void checkNoncurrent(NoncurrentVersionExpiration expiration) {
        if (expiration.noncurrentDays() == null) {
            throw S3Errors.malformedXml();
        }
        checkDays("NoncurrentVersionExpiration", expiration.noncurrentDays());
        checkKept(expiration.newerNoncurrentVersions());
    }

    private static void checkKept(@Nullable Integer kept) {
        if (kept != null && (kept < 1 || kept > S3Limits.NEWER_VERSIONS)) {
            throw wrong("'NewerNoncurrentVersions' must be an integer between 1 and " + S3Limits.NEWER_VERSIONS);
        }
    }

    private static void checkDays(String action, @Nullable Integer days) {
        if (days == null) {
            throw S3Errors.malformedXml();
        }
        if (days < 1) {
            throw wrong("'Days' for " + action + " action must be a positive integer");
        }
    }

    private static void checkTransitions(LifecycleRule rule) {
        for (Transition transition : orNone(rule.transitions())) {
            if (present(transition.days()) + present(transition.date()) != 1 || transition.storageClass() == null) {
                throw S3Errors.malformedXml();
            }
            if (transition.days() != null && transition.days() < 0) {
                throw wrong("'Days' for Transition action must be nonnegative");
            }
            checkMidnight(transition.date());
        }
        for (NoncurrentVersionTransition transition : orNone(rule.noncurrentVersionTransitions())) {
            if (transition.noncurrentDays() == null || transition.storageClass() == null) {
                throw S3Errors.malformedXml();
            }
            checkKept(transition.newerNoncurrentVersions());
        }
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static S3Error wrong(String message) {
        return S3Errors.invalidArgument(message);
    }
}
