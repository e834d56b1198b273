package io.vaportrail.trail.trails;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of a trail.
 *
 * @param region the trail's home region
 * @param accountId 12 digits
 * @param name its name
 */
public record TrailArn(String region, String accountId, String name) {
    private static final Pattern FORM =
            Pattern.compile("arn:aws:cloudtrail:([a-z0-9-]+):(\\d{12}):trail/([A-Za-z0-9._-]{3,128})");

    /** The ARN in the text, or {@code null} when it is none of a trail. */
    static @Nullable TrailArn parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? new TrailArn(parts.group(1), parts.group(2), parts.group(3)) : null;
    }

    @Override
    public String toString() {
        return "arn:aws:cloudtrail:" + region + ":" + accountId + ":trail/" + name;
    }
}
