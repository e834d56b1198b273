package io.vaportrail.s3.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Storage classes from warm to cold: objects move in this direction alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">Transitioning
 *     objects</a>
 */
final class StorageTiers {
    private static final List<String> ORDER = List.of(
            "STANDARD",
            "REDUCED_REDUNDANCY",
            "STANDARD_IA",
            "INTELLIGENT_TIERING",
            "ONEZONE_IA",
            "GLACIER_IR",
            "GLACIER",
            "DEEP_ARCHIVE");

    private StorageTiers() {}

    static boolean isColder(String storageClass, String than) {
        return ORDER.indexOf(storageClass) > ORDER.indexOf(than);
    }

    /** The colder of two, where there are two. */
    static @Nullable String colder(@Nullable String one, @Nullable String other) {
        return one == null || other != null && isColder(other, one) ? other : one;
    }
}
