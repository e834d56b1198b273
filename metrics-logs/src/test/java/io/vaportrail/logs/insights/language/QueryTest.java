package io.vaportrail.logs.insights.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row by row: queries that are wrong, and where. */
class QueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "count(*) => 0 => 5",
                "fields => 6 => 6",
                "fields a, => 9 => 9",
                "fields a b => 9 => 10",
                "fields a | | limit 1 => 11 => 12",
                "fields a as => 11 => 11",
                "filter => 6 => 6",
                "filter a = => 10 => 10",
                "filter a == 1 => 10 => 11",
                "filter (a = 1 => 13 => 13",
                "filter a like b => 14 => 15",
                "filter a like /x( / => 14 => 19",
                "filter a like /x => 14 => 16",
                "filter a = \"x => 11 => 13",
                "filter a in (1) => 12 => 13",
                "filter a in [1 => 14 => 14",
                "filter a ? 1 => 9 => 10",
                "limit 0 => 6 => 7",
                "limit 100001 => 6 => 12",
                "limit 1.5 => 6 => 9",
                "limit x => 6 => 7",
                "sort a sideways => 7 => 15",
                "stats count(*) by => 17 => 17",
                "fields bin(5parsecs) => 11 => 19",
                "parse @message \"no wildcard\" as a => 15 => 28",
                "parse @message \"* *\" as a => 15 => 20",
                "parse @message \"*\" => 18 => 18",
                "parse @message /x/ => 15 => 18",
                "parse @message /(?<a>x)(?!y)/ => 15 => 29",
                "parse @message => 14 => 14",
                "diff nextDay => 5 => 12",
                "pattern @message | anomaly @message => 27 => 35",
                "anomaly 5 => 8 => 9",
                "lookup x => 8 => 8",
                "lookup x id as user name => 20 => 24",
                "lookup x id OUTPUT => 18 => 18",
                "join x => 0 => 4",
                "nonsense a => 0 => 8",
                "SOURCE logGroups(namePrefix: ['ab']) => 17 => 27",
                "SOURCE logGroups(class: ['OTHER']) => 17 => 22",
                "SOURCE logGroups(other: ['x']) => 17 => 22",
            })
    void tellsWhereItIsWrong(String query, int start, int end) {
        assertThatThrownBy(() -> Query.parse(query))
                .as(query)
                .isInstanceOfSatisfying(QuerySyntaxException.class, e -> assertThat(e.span())
                        .as("%s: %s", query, e.getMessage())
                        .isEqualTo(new Span(start, end)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  # nothing but a comment",
                "fields @timestamp, @message | sort @timestamp desc | limit 20",
                "filter @message like /(?i)error|x[/]y/\n| stats count(*) as n by bin(5m), @logStream",
                "fields a |",
                "filter not (a = 1) and b in ['x', \"y\"] or c not like \"z\"",
                "parse @message 'it\\'s *' as x",
                "fields @timestamp | filter `field with space` = \"it's\"",
                "stats avg(duration) by bin(1hour)",
            })
    void takes(String query) throws QuerySyntaxException {
        assertThat(Query.parse(query).source()).isNull();
    }

    @Test
    void readsSources() throws QuerySyntaxException {
        Query query = Query.parse("SOURCE logGroups(namePrefix: ['app', \"web\"], class: ['INFREQUENT_ACCESS'],"
                + " accountIdentifiers: ['111122223333']) | fields a");
        assertThat(query.source())
                .isEqualTo(new Command.Source(
                        List.of(),
                        List.of("app", "web"),
                        "INFREQUENT_ACCESS",
                        List.of("111122223333"),
                        new Span(0, 6)));
        assertThat(query.commands()).hasSize(1);
    }

    @Test
    void boundsNesting() {
        assertThatThrownBy(() -> Query.parse("fields 1" + "+1".repeat(4_000))).hasMessageContaining("at most 1000");
        assertThatThrownBy(() -> Query.parse("fields a" + "[1]".repeat(3_000))).hasMessageContaining("at most 1000");
        String deep = "filter " + "(".repeat(101) + "a" + ")".repeat(101);
        assertThatThrownBy(() -> Query.parse(deep)).hasMessageContaining("at most 100");
        assertThatThrownBy(() -> Query.parse("filter " + "not ".repeat(5_000) + "a"))
                .hasMessageContaining("at most 100");
    }
}
