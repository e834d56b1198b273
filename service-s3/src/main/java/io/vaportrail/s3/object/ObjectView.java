package io.vaportrail.s3.object;

import io.vaportrail.s3.Members;
import io.vaportrail.s3.lifecycle.LifecycleRules;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectHeaders;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.Versioning;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;

/** What GetObject and HeadObject say of an object. */
final class ObjectView {
    private ObjectView() {}

    static void set(StructSchema<?> schema, StructBuilder<?> into, ObjectVersion version, Bucket bucket) {
        ObjectContent content = version.contentOrThrow();
        ObjectHeaders headers = version.headers();
        Members.set(schema, into, "AcceptRanges", "bytes");
        Members.set(schema, into, "LastModified", version.lastModified());
        Members.set(schema, into, "ETag", ETags.quoted(content.eTag()));
        Members.set(schema, into, "ContentType", headers.contentType());
        Members.set(schema, into, "ContentEncoding", headers.contentEncoding());
        Members.set(schema, into, "ContentLanguage", headers.contentLanguage());
        Members.set(schema, into, "ContentDisposition", headers.contentDisposition());
        Members.set(schema, into, "CacheControl", headers.cacheControl());
        Members.set(schema, into, "Expires", headers.expires());
        Members.set(schema, into, "WebsiteRedirectLocation", headers.websiteRedirectLocation());
        Members.set(schema, into, "Metadata", headers.metadata());
        if (bucket.settings().versioning() != Versioning.OFF) {
            Members.set(schema, into, "VersionId", version.versionId());
        }
        if (!version.storageClass().equals(ObjectVersion.STANDARD)) {
            Members.set(schema, into, "StorageClass", version.storageClass());
        }
        if (!version.tags().isEmpty()) {
            Members.set(schema, into, "TagCount", version.tags().size());
        }
        Members.set(schema, into, "Expiration", LifecycleRules.expiration(bucket, version));
        Encryptions.set(schema, into, version.encryption());
    }
}
