package io.vaportrail.s3.lifecycle;

import io.vaportrail.model.s3.AbortIncompleteMultipartUpload;
import io.vaportrail.model.s3.GetBucketLifecycleConfigurationOutput;
import io.vaportrail.model.s3.LifecycleExpiration;
import io.vaportrail.model.s3.LifecycleRule;
import io.vaportrail.model.s3.NoncurrentVersionExpiration;
import io.vaportrail.model.s3.NoncurrentVersionTransition;
import io.vaportrail.model.s3.Transition;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.notification.Cause;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Condition;
import io.vaportrail.s3.store.Deletion;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.schema.ServiceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One midnight of one bucket: its versions by key, the newest first, a page at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html">Expiring objects</a>
 */
final class LifecyclePass {
    private static final Logger log = LoggerFactory.getLogger(LifecyclePass.class);

    /** So many versions are gone through in about a millisecond. */
    private static final int PAGE = 1_000;

    private static final long SMALL = 128 * 1024;

    private final Bucket bucket;
    private final StoreEnvironment environment;
    private final Notifications notifications;
    private final Instant midnight;
    private final List<LifecycleRule> rules;
    private final Cause cause;
    private String lastKey = "";
    private boolean begun;

    LifecyclePass(Bucket bucket, StoreEnvironment environment, Notifications notifications, Instant midnight) {
        this.bucket = bucket;
        this.environment = environment;
        this.notifications = notifications;
        this.midnight = midnight;
        this.rules = LifecycleRules.of(bucket);
        this.cause = Cause.ofLifecycle(environment.ids());
    }

    /** Goes through the next keys; whether there may be more. */
    boolean step() {
        if (!begun) {
            begun = true;
            abortUploads();
        }
        List<List<ObjectVersion>> keys = bucket.versionsAfter(lastKey, PAGE);
        for (List<ObjectVersion> versions : keys) {
            visit(versions);
            lastKey = versions.get(0).key();
        }
        return !keys.isEmpty();
    }

    /** The versions of one key, the newest first. Each of the others is noncurrent since the one before it came. */
    private void visit(List<ObjectVersion> versions) {
        try {
            visitCurrent(versions.get(0), versions.size() == 1);
            for (int i = 1; i < versions.size(); i++) {
                visitNoncurrent(versions.get(i), versions.get(i - 1).lastModified(), i - 1);
            }
        } catch (ServiceException changed) {
            // Somebody wrote or deleted meanwhile, and goes first: there is another midnight.
            log.debug("lifecycle of {}/{}: {}", bucket.arn(), versions.get(0).key(), changed.getMessage());
        }
    }

    private void visitCurrent(ObjectVersion version, boolean only) {
        if (version.isDeleteMarker()) {
            if (only && rules.stream().anyMatch(rule -> removesMarker(rule, version))) {
                removeForGood(version);
            }
            return;
        }
        for (LifecycleRule rule : rules) {
            Instant expiry = LifecycleRules.expiry(rule, version);
            if (expiry != null && !expiry.isAfter(midnight)) {
                Deletion deletion = bucket.delete(version.key(), bucket.owner(), onlyIf(version));
                notifications.publish(ObjectEvent.expired(bucket, version.key(), deletion), cause);
                return;
            }
        }
        transition(version, currentClass(version));
    }

    /** A delete marker with nothing behind it goes if a rule says so, or would expire by its age. */
    private boolean removesMarker(LifecycleRule rule, ObjectVersion marker) {
        LifecycleExpiration expiration = rule.expiration();
        if (expiration == null || !LifecycleRules.covers(rule, marker)) {
            return false;
        }
        Integer days = expiration.days();
        return Boolean.TRUE.equals(expiration.expiredObjectDeleteMarker())
                || days != null
                        && !LifecycleRules.due(marker.lastModified(), days).isAfter(midnight);
    }

    /** @param kept how many noncurrent versions are newer */
    private void visitNoncurrent(ObjectVersion version, Instant since, int kept) {
        for (LifecycleRule rule : rules) {
            NoncurrentVersionExpiration expiration = rule.noncurrentVersionExpiration();
            if (expiration != null
                    && LifecycleRules.covers(rule, version)
                    && isDue(since, expiration.noncurrentDays(), kept, expiration.newerNoncurrentVersions())) {
                removeForGood(version);
                return;
            }
        }
        if (!version.isDeleteMarker()) {
            transition(version, noncurrentClass(version, since, kept));
        }
    }

    private boolean isDue(Instant since, @Nullable Integer days, int kept, @Nullable Integer toKeep) {
        return days != null && !LifecycleRules.due(since, days).isAfter(midnight) && (toKeep == null || kept >= toKeep);
    }

    private void removeForGood(ObjectVersion version) {
        Deletion deletion = bucket.deleteVersion(version.key(), version.versionId(), Condition.NONE);
        if (deletion.removed() != null) {
            notifications.publish(ObjectEvent.expired(bucket, version.key(), deletion), cause);
        }
    }

    private static Condition onlyIf(ObjectVersion version) {
        return current -> {
            if (current != version) {
                throw S3Errors.preconditionFailed("lifecycle");
            }
        };
    }

    private @Nullable String currentClass(ObjectVersion version) {
        String target = null;
        for (LifecycleRule rule : rules) {
            for (Transition transition : LifecycleChecks.orNone(rule.transitions())) {
                Integer days = transition.days();
                Instant due = days == null ? transition.date() : LifecycleRules.due(version.lastModified(), days);
                if (due != null && !due.isAfter(midnight) && moves(rule, version)) {
                    target = StorageTiers.colder(target, transition.storageClass());
                }
            }
        }
        return target;
    }

    private @Nullable String noncurrentClass(ObjectVersion version, Instant since, int kept) {
        String target = null;
        for (LifecycleRule rule : rules) {
            for (NoncurrentVersionTransition transition : LifecycleChecks.orNone(rule.noncurrentVersionTransitions())) {
                if (isDue(since, transition.noncurrentDays(), kept, transition.newerNoncurrentVersions())
                        && moves(rule, version)) {
                    target = StorageTiers.colder(target, transition.storageClass());
                }
            }
        }
        return target;
    }

    private boolean moves(LifecycleRule rule, ObjectVersion version) {
        boolean largeEnough = version.contentOrThrow().size() >= SMALL
                || LifecycleRules.hasSizes(rule)
                || !LifecycleRules.ALL_FROM_128K.equals(leastSize());
        return largeEnough && LifecycleRules.covers(rule, version);
    }

    private @Nullable String leastSize() {
        return bucket.settings().document(Document.LIFECYCLE)
                        instanceof GetBucketLifecycleConfigurationOutput configured
                ? configured.transitionDefaultMinimumObjectSize()
                : null;
    }

    private void transition(ObjectVersion version, @Nullable String target) {
        if (target != null && StorageTiers.isColder(target, version.storageClass())) {
            ObjectVersion moved = bucket.change(version, found -> found.withStorageClass(target));
            if (moved != null) {
                notifications.publish(ObjectEvent.of(ObjectEvent.TRANSITION, bucket, moved), cause);
            }
        }
    }

    private void abortUploads() {
        for (LifecycleRule rule : rules) {
            AbortIncompleteMultipartUpload abort = rule.abortIncompleteMultipartUpload();
            Integer days = abort == null ? null : abort.daysAfterInitiation();
            if (days != null) {
                abort(rule, days);
            }
        }
    }

    private void abort(LifecycleRule rule, int days) {
        List<Upload> old = bucket.withUploads(uploads -> {
            List<Upload> found = new ArrayList<>();
            for (Upload upload : uploads.all().values()) {
                ObjectVersion target = upload.target();
                if (target.key().startsWith(LifecycleRules.prefix(rule))
                        && !LifecycleRules.due(target.lastModified(), days).isAfter(midnight)) {
                    found.add(upload);
                }
            }
            found.forEach(upload -> uploads.remove(upload.target().key(), upload.id()));
            return found;
        });
        old.forEach(upload -> upload.release(environment.memory()));
    }
}
