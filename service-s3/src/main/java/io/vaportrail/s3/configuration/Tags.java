package io.vaportrail.s3.configuration;

import io.vaportrail.model.s3.Tag;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tags of buckets and objects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tags</a>
 */
public final class Tags {
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private Tags() {}

    /** The tags of a bucket. */
    public static Map<String, String> ofBucket(List<Tag> tags) {
        if (tags.size() > S3Limits.BUCKET_TAGS) {
            throw S3Errors.invalidTag("Bucket tag count cannot be greater than " + S3Limits.BUCKET_TAGS);
        }
        return collect(tags);
    }

    /** The tags of an object. */
    public static Map<String, String> ofObject(List<Tag> tags) {
        checkCount(tags.size());
        return collect(tags);
    }

    /** The tags of an object as a header gives them: a query string. */
    public static Map<String, String> ofHeader(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return Map.of();
        }
        List<Tag> tags = new ArrayList<>();
        for (String pair : header.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals), header);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1), header);
            tags.add(Tag.builder().key(key).value(value).build());
        }
        checkCount(tags.size());
        return collect(tags);
    }

    private static String decode(String text, String header) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument(
                    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without"
                            + " tag name duplicates.",
                    "x-amz-tagging",
                    header);
        }
    }

    private static void checkCount(int count) {
        if (count > S3Limits.OBJECT_TAGS) {
            throw S3Errors.badRequest("Object tags cannot be greater than " + S3Limits.OBJECT_TAGS);
        }
    }

    private static Map<String, String> collect(List<Tag> tags) {
        Map<String, String> collected = new LinkedHashMap<>();
        for (Tag tag : tags) {
            check(tag);
            if (collected.put(tag.key(), tag.value()) != null) {
                throw S3Errors.invalidTag("Cannot provide multiple Tags with the same key");
            }
        }
        return Collections.unmodifiableMap(collected);
    }

    private static void check(Tag tag) {
        String key = tag.key();
        if (key.isEmpty()
                || key.length() > S3Limits.TAG_KEY_LENGTH
                || !CHARACTERS.matcher(key).matches()) {
            throw S3Errors.invalidTag("The TagKey you have provided is invalid");
        }
        if (key.startsWith("aws:")) {
            throw S3Errors.invalidTag("System tags cannot be added/updated by requester");
        }
        if (tag.value().length() > S3Limits.TAG_VALUE_LENGTH
                || !CHARACTERS.matcher(tag.value()).matches()) {
            throw S3Errors.invalidTag("The TagValue you have provided is invalid");
        }
    }

    /** Tags as a document lists them. */
    public static List<Tag> list(Map<String, String> tags) {
        List<Tag> list = new ArrayList<>(tags.size());
        tags.forEach(
                (key, value) -> list.add(Tag.builder().key(key).value(value).build()));
        return list;
    }
}
