package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.store.VendedFields;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of logs whose events are values with a space between them, always the same ones: VPC flow logs and queries of
 * Route 53. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html">Supported
 *     logs and discovered fields</a>
 */
final class SpacedFields {
    private static final List<String> FLOW = List.of(
            "version",
            "accountId",
            "interfaceId",
            "srcAddr",
            "dstAddr",
            "srcPort",
            "dstPort",
            "protocol",
            "packets",
            "bytes",
            "startTime",
            "endTime",
            "action",
            "logStatus");

    private static final byte[] INTERFACE = "eni-".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Integer> slots = new HashMap<>();

    void want(String name, int slot) {
        if (FLOW.contains(name) || VendedFields.ROUTE_53.contains(name)) {
            slots.put(name, slot);
        }
    }

    /** Fills what there is; the rest it leaves alone. */
    void read(byte[] text, int from, int to, @Nullable Object[] into) {
        List<String> names = slots.isEmpty() ? null : names(text, from, to);
        if (names == null) {
            return;
        }
        int start = from;
        for (String name : names) {
            int end = space(text, start, to);
            Integer slot = slots.get(name);
            if (slot != null) {
                into[slot] = new String(text, start, end - start, StandardCharsets.UTF_8);
            }
            start = end + 1;
        }
    }

    /** All fields of a message, or none when it is of another log. */
    static Map<String, String> all(byte[] text) {
        Map<String, String> fields = new HashMap<>();
        List<String> names = names(text, 0, text.length);
        if (names != null) {
            String[] values = new String(text, StandardCharsets.UTF_8).split(" ", -1);
            for (int i = 0; i < values.length; i++) {
                fields.put(names.get(i), values[i]);
            }
        }
        return fields;
    }

    private static @Nullable List<String> names(byte[] text, int from, int to) {
        if (to - from < 2 || text[from] < '0' || text[from] > '9') {
            return null;
        }
        int spaces = 0;
        for (int i = from; i < to; i++) {
            spaces += text[i] == ' ' ? 1 : 0;
        }
        int second = space(text, from, to) + 1;
        int third = space(text, second, to) + 1;
        if (spaces == FLOW.size() - 1 && startsWith(text, third, to, INTERFACE)) {
            return FLOW;
        }
        boolean queries = spaces == VendedFields.ROUTE_53.size() - 1 && text[from + 1] == '.' && text[third - 2] == 'Z';
        return queries ? VendedFields.ROUTE_53 : null;
    }

    private static boolean startsWith(byte[] text, int from, int to, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (from + i >= to || text[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the next space is, or the end. */
    private static int space(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != ' ') {
            at++;
        }
        return at;
    }
}
