package io.vaportrail.logs.insights.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where rows end: as texts of the columns that have a value. */
final class CollectStage extends Stage {
    private final List<String> names;
    private final List<Computed> values;
    private final int most;
    private final RunMemory memory;
    private long bytes;
    private final List<List<Cell>> rows = new ArrayList<>();

    CollectStage(Map<String, Computed> columns, int most, RunMemory memory) {
        Map<String, Computed> copy = new LinkedHashMap<>(columns);
        this.names = List.copyOf(copy.keySet());
        this.values = List.copyOf(copy.values());
        this.most = most;
        this.memory = memory;
    }

    @Override
    void push(Row row) {
        if (rows.size() == most) {
            return;
        }
        List<Cell> cells = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            String text = values.get(i).text(row);
            if (text != null) {
                cells.add(new Cell(names.get(i), text));
            }
        }
        long weight = RunMemory.OBJECT;
        for (Cell cell : cells) {
            weight += RunMemory.OBJECT + RunMemory.weight(cell.value());
        }
        memory.use(weight);
        bytes += weight;
        rows.add(cells);
    }

    @Override
    void finish() {
        // There is nothing behind.
    }

    /** Roughly what the rows take. */
    long bytes() {
        return bytes;
    }

    List<List<Cell>> rows() {
        return rows;
    }
}
