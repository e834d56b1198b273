package io.vaportrail.logs.insights.engine;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * What many messages have in common: the text with a token for each part that changes.
 *
 * @param text with tokens such as {@code <Number-1>}, counted from 1 in their order
 * @param severity {@code FATAL}, {@code ERROR}, {@code WARN}, {@code INFO}, {@code DEBUG}, {@code TRACE} or {@code NONE}
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_Patterns.html">Pattern analysis</a>
 */
record MessageTemplate(String text, String severity) {
    private static final String[] KINDS = {"Date", "Time", "UUID", "IPAddress", "Hex", "Number"};

    private static final Pattern CHANGING = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?)"
            + "|(\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?)"
            + "|(\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b)"
            + "|(\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b)"
            + "|(\\b(?:0x[0-9a-fA-F]+|[0-9a-fA-F]*\\d[0-9a-fA-F]{7,}|[0-9a-fA-F]{7,}\\d[0-9a-fA-F]*)\\b)"
            + "|(\\d+(?:\\.\\d+)?)");

    private static final String[][] SEVERITIES = {
        {"FATAL", "FATAL"},
        {"CRITICAL", "FATAL"},
        {"ERROR", "ERROR"},
        {"WARN", "WARN"},
        {"INFO", "INFO"},
        {"DEBUG", "DEBUG"},
        {"TRACE", "TRACE"}
    };

    static MessageTemplate of(String message) {
        Matcher matcher = CHANGING.matcher(message);
        StringBuilder text = new StringBuilder();
        int from = 0;
        int tokens = 0;
        while (matcher.find()) {
            text.append(message, from, matcher.start())
                    .append('<')
                    .append(kind(matcher))
                    .append('-')
                    .append(++tokens)
                    .append('>');
            from = matcher.end();
        }
        return new MessageTemplate(text.append(message, from, message.length()).toString(), severity(message));
    }

    private static String kind(Matcher matcher) {
        for (int i = 0; i < KINDS.length - 1; i++) {
            if (matcher.group(i + 1) != null) {
                return KINDS[i];
            }
        }
        return KINDS[KINDS.length - 1];
    }

    private static String severity(String message) {
        String capitals = message.toUpperCase(Locale.ROOT);
        for (String[] severity : SEVERITIES) {
            if (capitals.contains(severity[0])) {
                return severity[1];
            }
        }
        return "NONE";
    }
}
