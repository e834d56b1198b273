package io.vaportrail.logs.insights.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code lookup}: adds values of the row of a table whose keys are those of the event.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Lookup.html">lookup</a>
 */
final class LookupStage extends Stage {
    private final LookupTable.Finder finder;
    private final List<Computed> keys;
    private final List<Output> outputs;
    private final boolean onlyNew;

    /**
     * A column that is added.
     *
     * @param column its place in the table
     * @param slot where it goes
     */
    record Output(int column, int slot) {}

    /**
     * A lookup.
     *
     * @param onlyNew whether what an event has already stays
     */
    LookupStage(Stage next, LookupTable.Finder finder, List<Computed> keys, List<Output> outputs, boolean onlyNew) {
        super(next);
        this.finder = finder;
        this.keys = keys;
        this.outputs = outputs;
        this.onlyNew = onlyNew;
    }

    @Override
    void push(Row row) {
        List<String> found = found(row);
        for (Output output : outputs) {
            // Reading comes first: fields of an event come all at once and would write over what is set here.
            boolean stays = row.get(output.slot()) != null && onlyNew;
            if (!stays) {
                row.set(output.slot(), found == null ? null : found.get(output.column()));
            }
        }
        next().push(row);
    }

    private @Nullable List<String> found(Row row) {
        List<String> values = new ArrayList<>(keys.size());
        for (Computed key : keys) {
            String text = key.text(row);
            if (text == null) {
                return null;
            }
            values.add(text);
        }
        return finder.row(values);
    }
}
