package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row: what lookup adds. */
class LookupTest {
    private final Queries events = Queries.over(
                    "{\"user\":\"7\",\"ms\":1}",
                    "{\"user\":\"8\",\"ms\":2,\"name\":\"own\"}",
                    "{\"user\":\"9\",\"ms\":3}")
            .with(name -> name.equals("people") ? new People() : null);

    /** Ann and Bob. */
    private static final class People implements LookupTable {
        @Override
        public List<String> columns() {
            return List.of("id", "name", "team");
        }

        @Override
        public Finder by(List<String> keys) {
            Map<String, List<String>> rows = Map.of("7", List.of("7", "Ann", "red"), "8", List.of("8", "Bob", "blue"));
            return new Finder() {
                @Override
                public @Nullable List<String> row(List<String> values) {
                    return rows.get(values.get(0));
                }
            };
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "fields ms | lookup people id as user OUTPUT name => ms=3; ms=2 name=Bob; ms=1 name=Ann",
                "fields ms | lookup people id as user OUTPUTNEW name => ms=3; ms=2 name=own; ms=1 name=Ann",
                "fields ms, name | lookup people id as user OUTPUT name, team"
                        + " => ms=3; ms=2 name=Bob team=blue; ms=1 name=Ann team=red",
                "fields user as id | lookup people id OUTPUT team | filter team = 'red' | display id, ms => id=7 ms=1",
                "lookup people id as user OUTPUT team | stats sum(ms) as s by team | filter ispresent(team)"
                        + " => team=blue s=2; team=red s=1",
                "stats sum(ms) as s by user | lookup people id as user OUTPUT name | filter s < 3 | sort s"
                        + " => user=7 s=1 name=Ann; user=8 s=2 name=Bob",
                "fields ms as team | lookup people id as user OUTPUT team | limit 2 => ; team=blue",
            })
    void addsColumns(String query, String rows) throws QuerySyntaxException {
        assertThat(String.join("; ", events.rows(query)).strip()).as(query).isEqualTo(rows.strip());
    }

    @Test
    void refusesTablesAndColumnsThatAreNotThere() {
        assertThatThrownBy(() -> events.rows("lookup none id OUTPUT name"))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessage("lookup table does not exist: none");
        assertThatThrownBy(() -> events.rows("lookup people key as user OUTPUT name"))
                .hasMessage("lookup table has no column key");
        assertThatThrownBy(() -> events.rows("lookup people id as user OUTPUT phone"))
                .hasMessage("lookup table has no column phone");
    }
}
