package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries keep is bounded, and given back. */
class QueryMemoryTest {
    private static final int EVENTS = 3_600;

    private final Queries events = Queries.over(IntStream.range(0, EVENTS)
            .mapToObj(i -> "{\"id\":\"" + Integer.toString(i * 7919, 36) + "zzz\",\"n\":" + i + "}")
            .toArray(String[]::new));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stats count(*) by id",
                "stats count_distinct(id)",
                "stats pct(n, 50), pct(n, 51), pct(n, 52), pct(n, 53) by bin(1y)",
                "dedup id",
                "pattern id",
                "sort id",
                "tail 3600",
                "limit 3600",
            })
    void isBoundedAndGivenBack(String query) throws QuerySyntaxException {
        QueryMemory small = new QueryMemory(100_000);
        assertThatThrownBy(() -> events.within(small).cells(query))
                .as(query)
                .isInstanceOf(QueryTooLargeException.class)
                .hasMessageContaining("100000 bytes");
        assertThat(small.take(100_000)).as("all is free again").isTrue();

        QueryMemory enough = new QueryMemory(50_000_000);
        assertThat(events.within(enough).cells(query)).isNotEmpty();
        assertThat(enough.take(40_000_000)).as("all but the results is free").isTrue();
    }
}
