package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.store.LogGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Lambda itself writes into the log of a function: the beginning, the end and the report of each invocation.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html">Supported
 *     logs and discovered fields</a>
 */
final class LambdaFields {
    private static final String GROUPS = "/aws/lambda/";
    private static final String REQUEST_ID = " RequestId: ";
    private static final double BYTES_OF_MEGABYTE = 1_000_000;
    private static final Pattern PARTS = Pattern.compile("[\\t\\n]");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Map<String, String> NAMES = Map.of(
            "Duration", "@duration",
            "Billed Duration", "@billedDuration",
            "Memory Size", "@memorySize",
            "Max Memory Used", "@maxMemoryUsed",
            "Init Duration", "@initDuration",
            "XRAY TraceId", "@xrayTraceId",
            "SegmentId", "@xraySegmentId");

    private LambdaFields() {}

    /** Whether a group holds the log of a function. */
    static boolean isFunction(LogGroup group) {
        return group.name().startsWith(GROUPS);
    }

    /** The fields of a message; memory in bytes, durations in milliseconds. */
    static Map<String, Object> of(String message) {
        Map<String, Object> fields = new HashMap<>();
        for (String type : new String[] {"START", "END", "REPORT"}) {
            if (message.startsWith(type + REQUEST_ID)) {
                fields.put("@type", type);
                int start = type.length() + REQUEST_ID.length();
                fields.put("@requestId", message.substring(start, wordEnd(message, start)));
                if (type.equals("REPORT")) {
                    report(message, fields);
                }
                return fields;
            }
        }
        String id = requestId(message);
        if (id != null) {
            fields.put("@requestId", id);
        }
        return fields;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static void report(String message, Map<String, Object> fields) {
        for (String part : PARTS.split(message, -1)) {
            int colon = part.indexOf(": ");
            String name = colon < 0 ? null : NAMES.get(part.substring(0, colon));
            if (name == null) {
                continue;
            }
            String value = part.substring(colon + 2, wordEnd(part, colon + 2));
            double number = Values.number(value);
            boolean memory = part.endsWith(" MB");
            if (Double.isNaN(number) || name.startsWith("@xray")) {
                fields.put(name, value);
            } else {
                fields.put(name, memory ? number * BYTES_OF_MEGABYTE : number);
            }
        }
    }

    /** Runtimes put the id of the request among the first words, with tabs between them. */
    private static @Nullable String requestId(String message) {
        int start = 0;
        for (int i = 0; i < 3; i++) {
            int tab = message.indexOf('\t', start);
            if (tab < 0) {
                return null;
            }
            String word = message.substring(start, tab);
            if (UUID.matcher(word).matches()) {
                return word;
            }
            start = tab + 1;
        }
        return null;
    }
}
