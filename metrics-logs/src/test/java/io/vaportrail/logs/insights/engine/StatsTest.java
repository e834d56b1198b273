package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row: what stats adds up. */
class StatsTest {
    private final Queries events = Queries.over(
                    "{\"l\":\"I\",\"u\":\"ann\",\"ms\":4}",
                    "{\"l\":\"E\",\"u\":\"bob\",\"ms\":20}",
                    "{\"l\":\"I\",\"u\":\"ann\",\"ms\":100}",
                    "{\"l\":\"I\",\"u\":\"cid\"}")
            .addAt(Queries.START + 600_000, "{\"l\":\"E\",\"u\":\"bob\",\"ms\":1.5}");

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "stats count(*) => count(*)=5",
                "stats count() => count()=5",
                // results are called as they were computed
                "stats count(*) by u | sort count(*) desc, u | limit 1 => u=ann count(*)=2",
                "stats count( * ) by u | filter COUNT(*) > 1 | sort u | display u, count(*)"
                        + " => u=ann count(*)=2; u=bob count(*)=2",
                "stats max(ms) by bin(10m) | sort bin(10m) | display max(ms) => max(ms)=100; max(ms)=1.5",
                "stats count(*) by u | stats max(count(*)) as most => most=2",
                "stats count(*) * 2 by u | sort count(*) * 2 desc, u | limit 1 => u=ann count(*) * 2=4",
                "stats count(ms) as c => c=4",
                "stats count_distinct(u) as c => c=3",
                "stats sum(ms) as s => s=125.5",
                "stats avg(ms) as a => a=31.375",
                "stats min(ms), max(ms) => min(ms)=1.5 max(ms)=100",
                "stats max(u) as u => u=cid",
                "stats pct(ms, 50) as p => p=4",
                "stats pct(ms, 100) as p => p=100",
                "stats pct(ms, 0) as p => p=1.5",
                "stats stddev(ms) as s => s=46.4783",
                "stats earliest(ms) as e, latest(ms) as l => e=4 l=1.5",
                "stats sortsFirst(u) as f, sortsLast(u) as l => f=ann l=cid",
                "stats avg(missing) as a, count(*) as c => c=5",
                "filter l='none' | stats count(*) as c, sum(ms) as s => c=0",
                "filter l='none' | stats count(*) as c by l => ",
                "stats count(*) as c by l | sort c desc => l=I c=3; l=E c=2",
                "stats sum(ms) as s by l, u | sort l asc, u asc => l=E u=bob s=21.5; l=I u=ann s=104; l=I u=cid",
                "stats count(*) by bin(5m)"
                        + " => bin(5m)=2026-11-18 10:50:00.000 count(*)=1; bin(5m)=2026-11-18 10:40:00.000 count(*)=4",
                "stats count(*) as c by bin(5m) as t, l | sort t asc, l asc | limit 1"
                        + " => t=2026-11-18 10:40:00.000 l=E c=1",
                "stats max(ms) - min(ms) as range => range=98.5",
                "stats max(ms) as high, min(ms) as low, high - low as range => high=100 low=1.5 range=98.5",
                "stats ceil(avg(ms)) as a => a=32",
                "stats count(*) as c by l | stats max(c) as most => most=3",
                "stats count(*) as c by l | filter c > 2 | display c => c=3",
                "stats count(*) as c by l | fields c * 10 as tens | filter l = 'E' => l=E c=2 tens=20",
                "stats sum(ms > 10) as slow => slow=2",
                "stats count(*) as c by strlen(u) as n => n=3 c=5",
            })
    void addsUp(String query, String rows) throws QuerySyntaxException {
        assertThat(String.join("; ", events.rows(query))).as(query).isEqualTo(rows == null ? "" : rows);
    }

    @Test
    void agreesWithAnotherWayOfComputing() throws QuerySyntaxException {
        Random random = new Random(7);
        double[] numbers =
                random.doubles(1_000, 0, 500).map(n -> Math.rint(n * 100) / 100).toArray();
        Queries many = Queries.over(
                Arrays.stream(numbers).mapToObj(n -> "{\"n\":" + n + "}").toArray(String[]::new));
        double sum = Arrays.stream(numbers).sum();
        double mean = sum / numbers.length;
        double variance =
                Arrays.stream(numbers).map(n -> (n - mean) * (n - mean)).sum() / (numbers.length - 1);
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        assertThat(many.rows(
                        "stats sum(n) as s, avg(n) as a, stddev(n) as d, pct(n, 95) as p, min(n) as l, max(n) as h"))
                .containsExactly("s=" + Values.text(sum) + " a=" + Values.text(mean) + " d="
                        + Values.text(Math.sqrt(variance)) + " p=" + Values.text(sorted[949]) + " l="
                        + Values.text(sorted[0]) + " h=" + Values.text(sorted[999]));
    }
}
