package io.vaportrail.metrics.contributor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleDefinitionTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-west-1";

    private static final String EVENT = """
            {"ip": "10.0.0.1", "status": 404, "bytes": "512", "ok": true, "nothing": null, "c-count": {"c1": 1},
             "users": [{"name": "ann"}, {"name": "bob"}], "list": ["x", "y"], "agent": "Mozilla/5.0 (X11)"}""";

    /** A definition in JSON; apostrophes stand for quotation marks. */
    static String json(String groups, String format, String contribution, String aggregateOn) {
        return """
                {'Schema': {'Name': 'CloudWatchLogRule', 'Version': 1}, %s, %s, 'Contribution': %s, 'AggregateOn': '%s'}""".formatted(groups, format, contribution, aggregateOn).replace('\'', '"');
    }

    private static String counting(String contribution) {
        return json("'LogGroupNames': ['g']", "'LogFormat': 'JSON'", contribution, "Count");
    }

    private static RuleDefinition read(String text) {
        return DefinitionReader.read(text, ACCOUNT, REGION);
    }

    private static RuleDefinition.@Nullable Contribution contribution(String definition, String message) {
        return read(definition).of(new Fields(message));
    }

    private static RuleDefinition.Contribution found(String definition, String message) {
        return Objects.requireNonNull(contribution(definition, message), message);
    }

    @Test
    void keysAreTheContributor() {
        String keys = "{'Keys': ['$.ip', '$.users[1].name', '$.status', '$.ok']}";

        assertThat(found(counting(keys), EVENT))
                .isEqualTo(new RuleDefinition.Contribution(List.of("10.0.0.1", "bob", "404", "true"), 1));
    }

    @ParameterizedTest
    @CsvSource({"$.nope", "$.nothing", "$.c-count", "$.list", "$.users[2].name", "$.ip[0]", "$.ip.x"})
    void eventsWithoutAKeyDoNotCount(String key) {
        assertThat(contribution(counting("{'Keys': ['" + key + "']}"), EVENT)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"plain text", "[1]", "{\"ip\": ", "''", "null"})
    void eventsThatAreNoObjectsDoNotCount(String message) {
        assertThat(contribution(counting("{'Keys': ['$.ip']}"), message)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'Match': '$.ip', 'In': ['10.0.0.2', '10.0.0.1']}; true",
                "{'Match': '$.ip', 'In': ['10.0.0']}; false",
                "{'Match': '$.ip', 'In': ['10.*.1']}; true",
                "{'Match': '$.ip', 'In': ['*0.0.*', 'x']}; true",
                "{'Match': '$.ip', 'In': ['10.0.0.1*1']}; false",
                "{'Match': '$.ip', 'In': ['*']}; true",
                "{'Match': '$.status', 'In': ['4**']}; true",
                "{'Match': '$.ip', 'In': ['10.0.0.A']}; false",
                "{'Match': '$.nope', 'In': ['*']}; false",
                "{'Match': '$.ip', 'NotIn': ['10.0.0.2']}; true",
                "{'Match': '$.ip', 'NotIn': ['x', '10.0.0.1']}; false",
                "{'Match': '$.nope', 'NotIn': ['x']}; false",
                "{'Match': '$.agent', 'StartsWith': ['curl', 'Mozilla']}; true",
                "{'Match': '$.agent', 'StartsWith': ['mozilla']}; false",
                "{'Match': '$.status', 'GreaterThan': 403.5}; true",
                "{'Match': '$.status', 'GreaterThan': 404}; false",
                "{'Match': '$.status', 'LessThan': 405}; true",
                "{'Match': '$.status', 'LessThan': 404}; false",
                "{'Match': '$.bytes', 'EqualTo': 512}; true",
                "{'Match': '$.bytes', 'EqualTo': 513}; false",
                "{'Match': '$.bytes', 'NotEqualTo': 513}; true",
                "{'Match': '$.bytes', 'NotEqualTo': 512}; false",
                "{'Match': '$.ip', 'NotEqualTo': 1}; false",
                "{'Match': '$.ip', 'LessThan': 99999}; false",
                "{'Match': '$.ip', 'IsPresent': true}; true",
                "{'Match': '$.nope', 'IsPresent': true}; false",
                "{'Match': '$.nope', 'IsPresent': false}; true",
                "{'Match': '$.c-count', 'IsPresent': true}; false",
                "{'Match': '$.c-count.c1', 'IsPresent': true}; true",
                "{'Match': '$.status', 'EqualTo': 404}, {'Match': '$.ok', 'In': ['true']}; true",
                "{'Match': '$.status', 'EqualTo': 404}, {'Match': '$.ok', 'In': ['false']}; false"
            })
    void filtersNarrowTheEvents(String filters, boolean passes) {
        String definition = counting("{'Keys': ['$.ip'], 'Filters': [" + filters + "]}");

        assertThat(contribution(definition, EVENT) != null).isEqualTo(passes);
    }

    @Test
    void sumsUpAField() {
        String summing = json(
                "'LogGroupNames': ['g']", "'LogFormat': 'JSON'", "{'Keys': ['$.ip'], 'ValueOf': '$.bytes'}", "Sum");

        assertThat(found(summing, EVENT).value()).isEqualTo(512);
        assertThat(found(summing, "{\"ip\": \"a\", \"bytes\": -1.5e2}").value()).isEqualTo(-150);
        assertThat(contribution(summing, "{\"ip\": \"a\", \"bytes\": \"-\"}")).isNull();
        assertThat(contribution(summing, "{\"ip\": \"a\", \"bytes\": 1e999}")).isNull();
        assertThat(contribution(summing, "{\"ip\": \"a\"}")).isNull();
    }

    @Test
    void fieldsOfTheCommonLogFormatHaveNumbersAndNames() {
        String clf = json(
                "'LogGroupNames': ['g']",
                "'LogFormat': 'CLF', 'Fields': {'1': 'Host', '6': 'Status'}",
                "{'Keys': ['Host', '5'], 'ValueOf': '7', 'Filters': [{'Match': 'Status', 'EqualTo': 200}]}",
                "Sum");
        String line = "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /a.gif HTTP/1.0\" 200 2326";

        assertThat(found(clf, line))
                .isEqualTo(new RuleDefinition.Contribution(List.of("127.0.0.1", "GET /a.gif HTTP/1.0"), 2326));
        assertThat(contribution(clf, line.replace(" 200 ", " 500 "))).isNull();
        assertThat(contribution(clf, "127.0.0.1 - frank")).isNull();
    }

    @Test
    void keysAreCutOffAtAKilobyteBetweenCharacters() {
        String definition = counting("{'Keys': ['$.k']}");

        assertThat(found(definition, "{\"k\": \"" + "x".repeat(1025) + "\"}").contributor())
                .containsExactly("x".repeat(1024));
        assertThat(found(definition, "{\"k\": \"" + "é".repeat(512) + "\"}").contributor())
                .containsExactly("é".repeat(512));
        assertThat(found(definition, "{\"k\": \"a" + "é".repeat(600) + "\"}").contributor())
                .containsExactly("a" + "é".repeat(511));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'LogGroupNames': ['api-*', 'web']; api-1; true",
                "'LogGroupNames': ['api-*', 'web']; web; true",
                "'LogGroupNames': ['api-*', 'web']; web2; false",
                "'LogGroupNames': ['*']; anything; true",
                "'LogGroupARNs': ['arn:aws:logs:us-west-1:111122223333:log-group:web']; web; true",
                "'LogGroupARNs': ['arn:aws:logs:us-west-1:*:log-group/web']; web; true",
                "'LogGroupARNs': ['arn:aws:logs:us-west-1:*:log-group:web*']; web2; true",
                "'LogGroupARNs': ['arn:aws:logs:us-west-1:*:log-group:web:*']; web2; false",
                "'LogGroupARNs': ['arn:aws:logs:us-west-1:*:log-group:web:*']; web; true"
            })
    void groupsAreNamedOrBeginSo(String groups, String name, boolean watched) {
        RuleDefinition definition = read(json(groups, "'LogFormat': 'JSON'", "{'Keys': ['$.ip']}", "Count"));

        assertThat(definition.watches(name)).isEqualTo(watched);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'Keys'; {; It must be one JSON object.",
                "'AggregateOn'; 'Extra': 1, 'AggregateOn'; Extra: There is no such field.",
                "'CloudWatchLogRule'; 'ServiceLogRule'; Schema: It must be {",
                "'Version': 1; 'Version': 2; Schema: It must be {",
                "'LogGroupNames'; 'LogGroupARNs'; 'LogGroupARNs: It must be the ARN of a log group in us-west-1: g'",
                "'LogGroupNames': ['g'],; ''; 'LogGroupNames: Either LogGroupNames or LogGroupARNs is required.'",
                "['g']; []; LogGroupNames: It must be an array of 1 to 20 texts.",
                "['g']; ['a*b']; 'LogGroupNames: An asterisk is allowed at the end only: a*b'",
                "'JSON'; 'XML'; LogFormat: It must be CLF or JSON.",
                "'JSON'; 'JSON', 'Fields': {}; 'Fields: It must be an object, and is for the LogFormat CLF alone.'",
                "'JSON'; 'CLF', 'Fields': {'0': 'a'}; 'Fields.0: It must give a name to the number of a field, from 1.'",
                "'JSON'; 'CLF', 'Fields': {'1': 'a', '2': 'a'}; 'Fields.2: The name is used twice: a'",
                "'JSON'; 'CLF'; 'Contribution.Keys: It must be the number of a field or a name of Fields: $.ip'",
                "['$.ip']; []; Contribution.Keys: It must be an array of 1 to 4 texts.",
                "['$.ip']; ['$.a', '$.b', '$.c', '$.d', '$.e']; Contribution.Keys: It must be an array of 1 to 4 texts.",
                "['$.ip']; ['ip']; 'Contribution.Keys: It must be a JSON property such as $.users[1].name: ip'",
                "['$.ip']; ['$.']; such as $.users[1].name: $.",
                "['$.ip']; ['$..a']; such as $.users[1].name: $..a",
                "['$.ip']; ['$.a[x]']; such as $.users[1].name: $.a[x]",
                "['$.ip']; ['$.[0]']; such as $.users[1].name: $.[0]",
                "['$.ip']; ['$.ip'], 'Extra': 1; Contribution.Extra: There is no such field.",
                "['$.ip']; ['$.ip'], 'ValueOf': '$.n'; Contribution.ValueOf: It can only be specified when AggregateOn is Sum.",
                "['$.ip']; ['$.ip'], 'Filters': {}; Contribution.Filters: It must be an array of at most 4 filters.",
                "['$.ip']; ['$.ip'], 'Filters': [{}]; 'Contribution.Filters[0]: It must be an object with Match and one operator.'",
                "['$.ip']; ['$.ip'], 'Filters': [{'Match': '$.a', 'Like': 'b'}]; 'Contribution.Filters[0]: The operator must be In,'",
                "['$.ip']; ['$.ip'], 'Filters': [{'Match': '$.a', 'In': 'b'}]; 'Filters[0].In: It must be an array of 1 to 10 texts.'",
                "['$.ip']; ['$.ip'], 'Filters': [{'Match': '$.a', 'EqualTo': 'b'}]; 'Filters[0].EqualTo: It must be a number.'",
                "['$.ip']; ['$.ip'], 'Filters': [{'Match': '$.a', 'IsPresent': 1}]; 'Filters[0].IsPresent: It must be true or false.'",
                "'Count'; 'Average'; AggregateOn: It must be Count or Sum."
            },
            quoteCharacter = '`')
    void tellsWhatIsWrong(String from, String to, String message) {
        String right = json("'LogGroupNames': ['g']", "'LogFormat': 'JSON'", "{'Keys': ['$.ip']}", "Count");
        String plain = message.startsWith("'") ? message.substring(1, message.length() - 1) : message;
        String wrong = right.replace(from.replace('\'', '"'), to.equals("''") ? "" : to.replace('\'', '"'));

        assertThat(wrong).as("the change").isNotEqualTo(right);
        assertThatThrownBy(() -> read(wrong)).hasMessageContaining(plain);
    }

    @Test
    void otherAccountsAreRefusedLoudly() {
        String groups = "'LogGroupARNs': ['arn:aws:logs:us-west-1:444455556666:log-group:web']";
        assertThatThrownBy(() -> read(json(groups, "'LogFormat': 'JSON'", "{'Keys': ['$.ip']}", "Count")))
                .hasMessageContaining("does not implement");
    }

    @Test
    void readsAVeryLongPath() {
        String path = "$" + ".a".repeat(3000);
        assertThat(contribution(counting("{'Keys': ['" + path + "']}"), EVENT)).isNull();
    }
}
