package io.vaportrail.trail.view;

import io.vaportrail.trail.summary.Summary;
import io.vaportrail.trail.summary.SummaryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A summary as JSON, and as a table for people: a line each under a line of headings. */
final class SummaryTable {
    private static final List<String> HEADINGS =
            List.of("principal", "action", "resource", "calls", "errors", "first", "last");
    private static final int CALLS = 3;
    private static final int ERRORS = 4;

    private SummaryTable() {}

    static Map<String, Object> json(Summary summary) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<Summary.Key, SummaryRow> entry : summary.rows()) {
            SummaryRow row = entry.getValue();
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("principal", entry.getKey().principal());
            members.put("action", entry.getKey().action());
            members.put("resource", entry.getKey().resource());
            members.put("calls", row.calls());
            members.put("errors", row.errors());
            if (row.errors() > 0) {
                members.put("errorCodes", row.errorCodes());
            }
            members.put("first", row.first().toString());
            members.put("last", row.last().toString());
            rows.add(members);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Summary", rows);
        document.put("Calls", summary.calls());
        document.put("Errors", summary.errors());
        if (summary.truncated()) {
            document.put("Truncated", true);
        }
        return document;
    }

    static String text(Summary summary) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS);
        for (Map.Entry<Summary.Key, SummaryRow> entry : summary.rows()) {
            SummaryRow row = entry.getValue();
            lines.add(List.of(
                    entry.getKey().principal(),
                    entry.getKey().action(),
                    entry.getKey().resource(),
                    String.valueOf(row.calls()),
                    String.valueOf(row.errors()),
                    row.first().toString(),
                    row.last().toString()));
        }
        int[] widths = new int[HEADINGS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> append(text, line, widths));
        if (summary.truncated()) {
            text.append("-- more rows left out\n");
        }
        return text.toString();
    }

    /** Numbers to the right, all else to the left; the last column is not padded. */
    private static void append(StringBuilder text, List<String> line, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - line.get(i).length());
            boolean number = i == CALLS || i == ERRORS;
            text.append(number ? padding : "");
            line.get(i).chars().forEach(c -> text.append(Character.isISOControl(c) ? '?' : (char) c));
            if (i < widths.length - 1) {
                text.append(number ? "" : padding).append("  ");
            }
        }
        text.append('\n');
    }
}
