package io.vaportrail.s3.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of one key, the newest first. Guarded by the bucket's lock. */
final class KeyVersions {
    private final List<ObjectVersion> versions = new ArrayList<>(1);

    /** The newest version. */
    ObjectVersion newest() {
        return versions.get(0);
    }

    List<ObjectVersion> all() {
        return versions;
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    @Nullable ObjectVersion find(String versionId) {
        for (ObjectVersion version : versions) {
            if (version.versionId().equals(versionId)) {
                return version;
            }
        }
        return null;
    }

    /** Puts a version before all others; the null version is given back when this one takes its place. */
    @Nullable ObjectVersion add(ObjectVersion version) {
        ObjectVersion replaced = version.versionId().equals(ObjectVersion.NULL) ? remove(ObjectVersion.NULL) : null;
        versions.add(0, version);
        return replaced;
    }

    @Nullable ObjectVersion remove(String versionId) {
        ObjectVersion found = find(versionId);
        if (found != null) {
            versions.remove(found);
        }
        return found;
    }

    /** Puts another in the place of a version. */
    void replace(ObjectVersion old, ObjectVersion other) {
        versions.set(versions.indexOf(old), other);
    }
}
