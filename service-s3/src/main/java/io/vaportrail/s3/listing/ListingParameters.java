package io.vaportrail.s3.listing;

import io.vaportrail.model.s3.S3Object;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two listings of objects have in common. */
final class ListingParameters {
    private ListingParameters() {}

    /** How many keys a page may have. */
    static int max(@Nullable Integer asked, String name) {
        if (asked == null) {
            return S3Limits.LISTED_KEYS;
        }
        if (asked < 0) {
            throw S3Errors.invalidArgument(
                    "Argument " + name + " must be an integer between 0 and 2147483647", name, asked);
        }
        return Math.min(asked, S3Limits.LISTED_KEYS);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A parameter that was given and is not empty, or {@code null}. */
    static @Nullable String ifAny(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static List<S3Object> contents(List<ObjectVersion> objects, KeyEncoding encoding, boolean withOwner) {
        List<S3Object> contents = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            ObjectVersion version = objects.get(i);
            ObjectContent content = version.contentOrThrow();
            Checksum checksum = content.checksum();
            S3Object.Builder object = S3Object.builder()
                    .key(encoding.encode(version.key()))
                    .lastModified(version.lastModified())
                    .eTag(ETags.quoted(content.eTag()))
                    .size(content.size())
                    .storageClass(version.storageClass());
            if (checksum != null) {
                object.checksumAlgorithm(List.of(checksum.algorithm())).checksumType(checksum.type());
            }
            if (withOwner) {
                object.owner(AclDocuments.owner(version.owner()));
            }
            contents.add(object.build());
        }
        return contents;
    }
}
