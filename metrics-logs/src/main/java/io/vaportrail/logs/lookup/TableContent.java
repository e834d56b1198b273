package io.vaportrail.logs.lookup;

import io.vaportrail.logs.insights.engine.LookupTable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a lookup table, with the text that they were read from. */
final class TableContent implements LookupTable {
    private final String body;
    private final List<String> columns;
    private final List<List<String>> rows;

    private TableContent(String body, List<String> columns, List<List<String>> rows) {
        this.body = body;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads a table. Its first line names the columns.
     *
     * @throws CsvException when it is none
     */
    static TableContent of(String body) throws CsvException {
        List<List<String>> all = Csv.rows(body);
        if (all.isEmpty()) {
            throw new CsvException("The table body must have a header row.");
        }
        List<String> columns = all.get(0);
        if (columns.contains("") || new HashSet<>(columns).size() < columns.size()) {
            throw new CsvException("The columns of the header row must have names that differ.");
        }
        List<List<String>> rows = all.subList(1, all.size());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new CsvException("Row " + (i + 1) + " has " + rows.get(i).size() + " values, the header row "
                        + columns.size() + ".");
            }
        }
        return new TableContent(body, columns, rows);
    }

    String body() {
        return body;
    }

    int sizeBytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    int records() {
        return rows.size();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /** Of rows with the same values the first one counts. */
    @Override
    public Finder by(List<String> keys) {
        int[] places = keys.stream().mapToInt(columns::indexOf).toArray();
        Map<List<String>, List<String>> index = new HashMap<>();
        for (List<String> row : rows) {
            String[] values = new String[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(places[i]);
            }
            index.putIfAbsent(List.of(values), row);
        }
        return new Finder() {
            @Override
            public @Nullable List<String> row(List<String> values) {
                return index.get(values);
            }
        };
    }
}
