package io.vaportrail.testkit.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as a table for people: a line each, in columns. */
public final class TrailTable {
    private static final int MOST = 50;
    private static final List<String> HEAD = List.of("time", "principal", "action", "resource", "error");

    private TrailTable() {}

    /** The first 50 of the records, and how many there are besides. */
    public static String of(List<TrailRecord> records) {
        if (records.isEmpty()) {
            return "(no records)";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        records.stream().limit(MOST).map(TrailTable::line).forEach(lines::add);
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            append(table, line, lines);
        }
        if (records.size() > MOST) {
            table.append("… and ").append(records.size() - MOST).append(" more\n");
        }
        return table.toString().stripTrailing();
    }

    private static List<String> line(TrailRecord record) {
        String error = record.errorCode();
        return List.of(
                record.eventTime().toString(),
                record.principal(),
                record.action(),
                resource(record),
                error == null ? "-" : error);
    }

    private static String resource(TrailRecord record) {
        List<String> arns = record.resourceArns();
        if (!arns.isEmpty()) {
            return String.join(" ", arns);
        }
        return record.at("requestParameters") instanceof Map<?, ?> parameters ? firstText(parameters) : "-";
    }

    /** Management events often name what they touch in their first parameter alone. */
    private static String firstText(Map<?, ?> parameters) {
        for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
            @Nullable Object value = parameter.getValue();
            if (value instanceof String text) {
                return parameter.getKey() + "=" + text;
            }
        }
        return "-";
    }

    private static void append(StringBuilder table, List<String> line, List<List<String>> all) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            int wide = width(all, column);
            String cell = line.get(column);
            text.append(cell).append(" ".repeat(wide - cell.length() + 2));
        }
        table.append(text.toString().stripTrailing()).append('\n');
    }

    private static int width(List<List<String>> lines, int column) {
        int width = 0;
        for (List<String> line : lines) {
            width = Math.max(width, line.get(column).length());
        }
        return width;
    }
}
