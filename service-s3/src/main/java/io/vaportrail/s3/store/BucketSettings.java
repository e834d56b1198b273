package io.vaportrail.s3.store;

import io.vaportrail.s3.access.Acl;
import io.vaportrail.schema.Struct;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the owner of a bucket has configured. Safe for any thread. */
public final class BucketSettings {
    /** Configurations that are kept as they were given. */
    public enum Document {
        /** PutPublicAccessBlock. */
        PUBLIC_ACCESS_BLOCK,
        /** PutBucketOwnershipControls. */
        OWNERSHIP_CONTROLS,
        /** PutBucketEncryption. */
        ENCRYPTION,
        /** PutBucketNotificationConfiguration. */
        NOTIFICATION,
        /** PutBucketCors. */
        CORS,
        /** PutBucketLifecycleConfiguration. */
        LIFECYCLE,
        /** PutBucketWebsite. */
        WEBSITE,
        /** PutBucketLogging. */
        LOGGING,
        /** PutBucketAccelerateConfiguration. */
        ACCELERATION,
        /** PutBucketRequestPayment. */
        REQUEST_PAYMENT
    }

    private volatile Versioning versioning = Versioning.OFF;
    private volatile @Nullable Policy policy;
    private volatile @Nullable Map<String, String> tags;
    private volatile Acl acl;
    private volatile Map<Document, Struct> documents = Map.of();

    BucketSettings(Acl acl) {
        this.acl = acl;
    }

    /** Whether versions are kept. */
    public Versioning versioning() {
        return versioning;
    }

    /** Sets whether versions are kept. */
    public void setVersioning(Versioning value) {
        versioning = value;
    }

    /**
     * The policy of a bucket.
     *
     * @param text as given
     * @param isPublic whether it lets anybody in
     */
    public record Policy(String text, boolean isPublic) {}

    /** The policy, or {@code null}. */
    public @Nullable Policy policy() {
        return policy;
    }

    /** Sets or removes the policy. */
    public void setPolicy(@Nullable Policy value) {
        policy = value;
    }

    /** The tags, or {@code null} for none. */
    public @Nullable Map<String, String> tags() {
        return tags;
    }

    /** Sets or removes the tags. */
    public void setTags(@Nullable Map<String, String> value) {
        tags = value;
    }

    /** Who may do what. */
    public Acl acl() {
        return acl;
    }

    /** Sets who may do what. */
    public void setAcl(Acl value) {
        acl = value;
    }

    /** A configuration as given, or {@code null}. */
    public @Nullable Struct document(Document which) {
        return documents.get(which);
    }

    /** Sets or removes a configuration. */
    public synchronized void setDocument(Document which, @Nullable Struct value) {
        Map<Document, Struct> changed = new EnumMap<>(Document.class);
        changed.putAll(documents);
        if (value == null) {
            changed.remove(which);
        } else {
            changed.put(which, value);
        }
        documents = changed;
    }
}
