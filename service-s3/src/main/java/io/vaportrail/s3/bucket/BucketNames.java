package io.vaportrail.s3.bucket;

import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which names buckets may have.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket naming rules</a>
 */
final class BucketNames {
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9][a-z0-9.-]*[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final List<String> PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> SUFFIXES = List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3", "-an");

    private BucketNames() {}

    /** Refuses a name that no new bucket may have. */
    static void check(String name) {
        boolean fits = name.length() >= S3Limits.BUCKET_NAME_MIN
                && name.length() <= S3Limits.BUCKET_NAME_MAX
                && CHARACTERS.matcher(name).matches()
                && !name.contains("..")
                && !ADDRESS.matcher(name).matches()
                && PREFIXES.stream().noneMatch(name::startsWith)
                && SUFFIXES.stream().noneMatch(name::endsWith);
        if (!fits) {
            throw S3Errors.invalidBucketName(name);
        }
    }
}
