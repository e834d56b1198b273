package io.vaportrail.trail.store;

/**
 * How large the parts of a record may be.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 */
public final class Limits {
    /** Bytes of {@code requestParameters} and of {@code responseElements}; what is larger is left out. */
    public static final int PARAMETERS = 100 * 1024;

    /** Bytes of {@code additionalEventData}. */
    public static final int ADDITIONAL_EVENT_DATA = 28 * 1024;

    /** Bytes of a whole event; resources that would lead past it are left out. */
    public static final int EVENT = 256 * 1024;

    /** Characters of {@code userAgent}, {@code errorCode} and {@code errorMessage}; what is longer is cut. */
    public static final int TEXT = 1024;

    private Limits() {}

    static String cut(String text) {
        if (text.length() <= TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT;
        return text.substring(0, end);
    }
}
