package io.vaportrail.core.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What AWS's services say of text that is no JSON: the words of their parser, which is an older version of the one used here. */
public final class ParserWords {
    /** It counts columns to the end of what it does not know. */
    private static final Pattern UNRECOGNIZED =
            Pattern.compile("(Unrecognized token '([^']*)'.*column: )(\\d{1,9})(]?)", Pattern.DOTALL);

    private static final String NO_SOURCE =
            "[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled);";
    private static final int SOURCE_CHARS = 500;

    private ParserWords() {}

    /** The complaint of a parser, with the place where an older one sees the fault. */
    public static String of(JsonSyntaxException e) {
        return counted(e.text());
    }

    /**
     * The complaint with the text shown where this parser, as it is set up, says that it does not show it.
     *
     * @param complaint the parser's, or that of something which reads with one
     * @param source what was read
     */
    public static String located(String complaint, String source) {
        String shown = source.length() <= SOURCE_CHARS
                ? "\"" + source + "\""
                : "\"" + source.substring(0, SOURCE_CHARS) + "\"[truncated " + (source.length() - SOURCE_CHARS)
                        + " chars]";
        return counted(complaint.replace(NO_SOURCE, "[Source: (String)" + shown + ";"));
    }

    private static String counted(String complaint) {
        Matcher parts = UNRECOGNIZED.matcher(complaint);
        if (!parts.matches()) {
            return complaint;
        }
        int column = Integer.parseInt(parts.group(3)) + parts.group(2).length();
        return parts.group(1) + column + parts.group(4);
    }
}
