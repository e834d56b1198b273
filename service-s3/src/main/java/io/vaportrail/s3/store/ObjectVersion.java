package io.vaportrail.s3.store;

import io.vaportrail.s3.access.Acl;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of an object, or a delete marker. Immutable.
 *
 * @param key its key
 * @param versionId {@value #NULL} for what was stored while versioning was not enabled
 * @param lastModified whole seconds
 * @param owner account that wrote it
 * @param content the bytes, or {@code null} for a delete marker
 * @param headers what the sender said of it
 * @param storageClass for example {@code STANDARD}
 * @param encryption how it is said to be encrypted
 * @param tags in the order given
 * @param acl who may do what with it
 */
public record ObjectVersion(
        String key,
        String versionId,
        Instant lastModified,
        String owner,
        @Nullable ObjectContent content,
        ObjectHeaders headers,
        String storageClass,
        Encryption encryption,
        Map<String, String> tags,
        Acl acl) {
    /** The version id of what was stored while versioning was not enabled. */
    public static final String NULL = "null";

    /** The storage class of what names none. */
    public static final String STANDARD = "STANDARD";

    /** A delete marker. */
    static ObjectVersion deleteMarker(String key, String versionId, Instant now, String owner) {
        return new ObjectVersion(
                key,
                versionId,
                now,
                owner,
                null,
                ObjectHeaders.NONE,
                STANDARD,
                Encryption.SSE_S3,
                Map.of(),
                Acl.ownedBy(owner));
    }

    /** Whether its bytes cannot be read before it is restored. */
    public boolean isArchived() {
        return storageClass.equals("GLACIER") || storageClass.equals("DEEP_ARCHIVE");
    }

    /** Whether this says that the object is deleted. */
    public boolean isDeleteMarker() {
        return content == null;
    }

    /** The bytes and what follows from them; of an object, not of a delete marker. */
    public ObjectContent contentOrThrow() {
        if (content == null) {
            throw new IllegalStateException("content of " + key + ": none (expected: an object, not a delete marker)");
        }
        return content;
    }

    /** The same under another version id. */
    ObjectVersion withVersionId(String id) {
        return new ObjectVersion(key, id, lastModified, owner, content, headers, storageClass, encryption, tags, acl);
    }

    /** The same with content, as of now: what an upload becomes. */
    public ObjectVersion withContent(ObjectContent bytes, Instant now) {
        return new ObjectVersion(key, versionId, now, owner, bytes, headers, storageClass, encryption, tags, acl);
    }

    /** The same in another storage class. */
    public ObjectVersion withStorageClass(String other) {
        return new ObjectVersion(key, versionId, lastModified, owner, content, headers, other, encryption, tags, acl);
    }

    /** The same with other tags. */
    public ObjectVersion withTags(Map<String, String> other) {
        return new ObjectVersion(
                key, versionId, lastModified, owner, content, headers, storageClass, encryption, other, acl);
    }

    /** The same with another ACL. */
    public ObjectVersion withAcl(Acl other) {
        return new ObjectVersion(
                key, versionId, lastModified, owner, content, headers, storageClass, encryption, tags, other);
    }

    /** What it takes of the memory: bytes and texts. */
    long cost() {
        long cost = 2L * key.length();
        for (Map.Entry<String, String> entry : headers.metadata().entrySet()) {
            cost += 2L * (entry.getKey().length() + entry.getValue().length());
        }
        return content == null ? cost : cost + content.size();
    }
}
