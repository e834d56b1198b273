package io.vaportrail.s3.object;

import io.vaportrail.s3.S3Errors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object.
 *
 * @param from first byte
 * @param to last byte, inclusive
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject, Range</a>
 */
public record ByteRange(long from, long to) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The range that a header asks for, or {@code null} for all: S3 ignores what is no single range.
     *
     * @throws io.vaportrail.schema.ServiceException InvalidRange when nothing of it is in the object
     */
    static @Nullable ByteRange parse(@Nullable String header, long size) {
        Matcher matcher = header == null ? null : SINGLE.matcher(header.replace(" ", ""));
        if (header == null || matcher == null || !matcher.matches()) {
            return null;
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty() && last.isEmpty()) {
            return null;
        }
        if (first.isEmpty()) {
            long suffix = Long.parseLong(last);
            return within(header, size - Math.min(suffix, size), size - 1, size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        return to < from ? null : within(header, from, Math.min(to, size - 1), size);
    }

    /**
     * The range of the source of a part, which must be whole and in the object.
     *
     * @throws io.vaportrail.schema.ServiceException when it is not
     */
    public static ByteRange ofCopySource(String header, long size) {
        Matcher matcher = SINGLE.matcher(header);
        boolean fits = matcher.matches()
                && !matcher.group(1).isEmpty()
                && !matcher.group(2).isEmpty();
        long from = fits ? Long.parseLong(matcher.group(1)) : 0;
        long to = fits ? Long.parseLong(matcher.group(2)) : -1;
        if (to < from) {
            throw S3Errors.invalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the"
                            + " zero-based offsets of the first and last bytes to copy",
                    "x-amz-copy-source-range",
                    header);
        }
        if (to >= size) {
            throw S3Errors.invalidArgument(
                    "Range specified is not valid for source object of size: " + size,
                    "x-amz-copy-source-range",
                    header);
        }
        return new ByteRange(from, to);
    }

    private static ByteRange within(String header, long from, long to, long size) {
        if (from > to) {
            throw S3Errors.invalidRange(header, size);
        }
        return new ByteRange(from, to);
    }

    /** The number of bytes. */
    public long length() {
        return to - from + 1;
    }

    /** As {@code Content-Range} says it. */
    String of(long size) {
        return "bytes " + from + "-" + to + "/" + size;
    }
}
