package io.vaportrail.sns;

import io.vaportrail.core.json.JsonSyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SNS says of text that is no JSON: the words of its parser, which counts columns to the end of what it does not know. */
public final class JsonComplaints {
    private static final Pattern UNRECOGNIZED =
            Pattern.compile("(Unrecognized token '([^']*)'.*column: )(\\d{1,9})(]?)", Pattern.DOTALL);

    private JsonComplaints() {}

    /** The complaint. */
    public static String of(JsonSyntaxException e) {
        Matcher parts = UNRECOGNIZED.matcher(e.text());
        if (!parts.matches()) {
            return e.text();
        }
        int column = Integer.parseInt(parts.group(3)) + parts.group(2).length();
        return parts.group(1) + column + parts.group(4);
    }
}
