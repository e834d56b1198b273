package io.vaportrail.s3.store;

import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.Acl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bucket: its settings and its objects. One lock guards the objects; it is held for the moment of a look or change, never while
 * bytes are hashed or other services called.
 */
public final class Bucket {
    private final BucketName name;
    private final Instant created;
    private final StoreEnvironment environment;
    private final BucketSettings settings;
    private final Object lock = new Object();
    private final ObjectTable objects = new ObjectTable();
    private final Uploads uploads = new Uploads();
    private boolean deleted;

    Bucket(BucketName name, Acl acl, StoreEnvironment environment) {
        this.name = name;
        this.created = environment.now();
        this.environment = environment;
        this.settings = new BucketSettings(acl);
    }

    /** Its name. */
    public String name() {
        return name.name();
    }

    /** The account that owns it. */
    public String owner() {
        return name.owner();
    }

    /** Where it was made. */
    public String region() {
        return name.region();
    }

    /** Its ARN. */
    public String arn() {
        return "arn:aws:s3:::" + name.name();
    }

    /** When it was made. */
    public Instant created() {
        return created;
    }

    /** What is configured. */
    public BucketSettings settings() {
        return settings;
    }

    /** The newest version, which may be a delete marker, or {@code null}. */
    public @Nullable ObjectVersion newest(String key) {
        synchronized (lock) {
            KeyVersions versions = objects.find(key);
            return versions == null ? null : versions.newest();
        }
    }

    /** A version, which may be a delete marker, or {@code null}. */
    public @Nullable ObjectVersion version(String key, String versionId) {
        synchronized (lock) {
            KeyVersions versions = objects.find(key);
            return versions == null ? null : versions.find(versionId);
        }
    }

    /**
     * Stores an object under the version id that the bucket's versioning gives it.
     *
     * @return what was stored
     * @throws io.vaportrail.schema.ServiceException when the condition does not hold, the memory is full or the bucket is gone
     */
    public ObjectVersion put(ObjectVersion object, Condition condition) {
        return put(object, MemoryShare.NONE, condition);
    }

    /** Stores an object in the place of the parts that it is made of, whose memory it takes over. */
    public ObjectVersion put(ObjectVersion object, MemoryShare parts, Condition condition) {
        long cost = object.cost();
        environment.memory().exchange(parts, cost);
        boolean stored = false;
        try {
            ObjectVersion version = insert(object, condition);
            stored = true;
            return version;
        } finally {
            if (!stored) {
                environment.memory().undo(parts, cost);
            }
        }
    }

    private ObjectVersion insert(ObjectVersion object, Condition condition) {
        ObjectVersion version =
                settings.versioning() == Versioning.ENABLED ? object.withVersionId(environment.versionId()) : object;
        ObjectVersion replaced;
        synchronized (lock) {
            checkThere();
            condition.check(current(object.key()));
            replaced = objects.add(version);
        }
        release(replaced);
        report(version.key());
        return version;
    }

    /** Deletes an object as the bucket's versioning has it: for good, or by a delete marker. */
    public Deletion delete(String key, String account, Condition condition) {
        Versioning versioning = settings.versioning();
        ObjectVersion removed;
        ObjectVersion marker = null;
        if (versioning != Versioning.OFF) {
            String id = versioning == Versioning.ENABLED ? environment.versionId() : ObjectVersion.NULL;
            marker = ObjectVersion.deleteMarker(key, id, environment.now(), account);
            environment.memory().take(marker.cost());
        }
        boolean done = false;
        try {
            synchronized (lock) {
                checkThere();
                condition.check(current(key));
                removed = marker == null ? objects.remove(key, ObjectVersion.NULL) : objects.add(marker);
                done = true;
            }
        } finally {
            if (!done && marker != null) {
                release(marker);
            }
        }
        release(removed);
        report(key);
        return marker == null
                ? new Deletion(null, false, false, removed)
                : new Deletion(marker.versionId(), true, true, removed);
    }

    /** Removes a version for good; nothing when there is none such. */
    public Deletion deleteVersion(String key, String versionId, Condition condition) {
        ObjectVersion removed;
        synchronized (lock) {
            checkThere();
            KeyVersions versions = objects.find(key);
            ObjectVersion found = versions == null ? null : versions.find(versionId);
            condition.check(found == null || found.isDeleteMarker() ? null : found);
            removed = objects.remove(key, versionId);
        }
        release(removed);
        report(key);
        return removed == null
                ? new Deletion(versionId, false, false, null)
                : new Deletion(versionId, removed.isDeleteMarker(), false, removed);
    }

    /** Changes tags or ACL of a version; gives back what it has become, or {@code null} when the version is gone. */
    public @Nullable ObjectVersion change(ObjectVersion version, UnaryOperator<ObjectVersion> change) {
        ObjectVersion changed;
        synchronized (lock) {
            KeyVersions versions = objects.find(version.key());
            ObjectVersion found = versions == null ? null : versions.find(version.versionId());
            if (versions == null || found == null) {
                return null;
            }
            changed = change.apply(found);
            versions.replace(found, changed);
        }
        report(version.key());
        return changed;
    }

    /** A page of objects. */
    public ListPage list(ListQuery query) {
        synchronized (lock) {
            return objects.list(query);
        }
    }

    /** A page of versions. */
    public VersionPage list(VersionQuery query) {
        synchronized (lock) {
            return objects.list(query);
        }
    }

    /**
     * All versions of the keys after one, key by key, the newest first, until there are enough.
     *
     * @param key empty for the first keys
     */
    public List<List<ObjectVersion>> versionsAfter(String key, int enough) {
        synchronized (lock) {
            return objects.versionsAfter(key, enough);
        }
    }

    /** Works with the multipart uploads under the lock. */
    public <T extends @Nullable Object> T withUploads(java.util.function.Function<Uploads, T> work) {
        synchronized (lock) {
            checkThere();
            return work.apply(uploads);
        }
    }

    /**
     * Marks the bucket deleted.
     *
     * @param force whether objects may be in it
     * @throws io.vaportrail.schema.ServiceException BucketNotEmpty
     */
    void close(boolean force) {
        List<ObjectVersion> all = new ArrayList<>();
        synchronized (lock) {
            checkThere();
            if (!force && !objects.isEmpty()) {
                throw S3Errors.bucketNotEmpty(name(), settings.versioning() != Versioning.OFF);
            }
            objects.all().forEach(versions -> all.addAll(versions.all()));
            uploads.clear(environment.memory());
            deleted = true;
        }
        all.forEach(this::release);
    }

    /** How many keys there are. */
    public int size() {
        synchronized (lock) {
            return objects.size();
        }
    }

    /** Gives up the memory of what nobody can reach any more. */
    private void release(@Nullable ObjectVersion gone) {
        if (gone != null) {
            environment.memory().giveBack(gone.cost());
        }
    }

    private @Nullable ObjectVersion current(String key) {
        KeyVersions versions = objects.find(key);
        return versions == null || versions.newest().isDeleteMarker() ? null : versions.newest();
    }

    private void checkThere() {
        if (deleted) {
            throw S3Errors.noSuchBucket(name());
        }
    }

    private void report(String key) {
        environment.stateLog().changed("s3", owner(), region(), "object", name() + "/" + key, () -> newest(key));
    }
}
