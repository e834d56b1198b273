package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What patterns match, form by form, and how AWS words what is wrong with one. */
class EventPatternTest extends EventsTest {
    private static final String ENVELOPE = "{'id':'1','account':'000000000000','source':'shop','time':"
            + "'2026-01-01T00:00:00Z','region':'us-east-1','resources':['arn:one','arn:two'],'detail-type':'Order',"
            + "'detail':%s}";

    private boolean matches(String pattern, String detail) {
        String event = String.format(ENVELOPE, detail).replace('\'', '"');
        return events.testEventPattern(
                        r -> r.eventPattern(pattern.replace('\'', '"')).event(event))
                .result();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'detail':{'a':['x','y']}}                                 | {'a':'y'}            | {'a':'z'}",
                "{'detail':{'a':['x']}}                                     | {'a':['w','x']}      | {'a':['w']}",
                "{'detail':{'a':[1]}}                                       | {'a':1}              | {'a':'1'}",
                "{'detail':{'a':[null]}}                                    | {'a':null}           | {'a':''}",
                "{'detail':{'a':['']}}                                      | {'a':''}             | {'a':null}",
                "{'detail':{'a':[true]}}                                    | {'a':true}           | {'a':'true'}",
                "{'detail':{'a':{'b':['x']}}}                               | {'a':{'b':'x'}}      | {'b':'x'}",
                "{'detail':{'a':[{'prefix':'ab'}]}}                         | {'a':'abc'}          | {'a':'bab'}",
                "{'detail':{'a':[{'prefix':{'equals-ignore-case':'AB'}}]}}  | {'a':'abc'}          | {'a':'bab'}",
                "{'detail':{'a':[{'suffix':'.png'}]}}                       | {'a':'x.png'}        | {'a':'x.pn'}",
                "{'detail':{'a':[{'suffix':{'equals-ignore-case':'.PNG'}}]}}| {'a':'x.png'}        | {'a':'x.pn'}",
                "{'detail':{'a':[{'equals-ignore-case':'aB'}]}}             | {'a':'Ab'}           | {'a':'abb'}",
                "{'detail':{'a':[{'wildcard':'a*c'}]}}                      | {'a':'abbc'}         | {'a':'abcd'}",
                "{'detail':{'a':[{'wildcard':'*c'},{'equals-ignore-case':'x'}]}} | {'a':'X'}       | {'a':'ab'}",
                "{'$or':[{'detail':{'a':[{'wildcard':'*c'}]}},{'detail':{'a':[{'equals-ignore-case':'x'}]}}]} | {'a':'X'} | {'a':'ab'}",
                "{'detail':{'a':[{'anything-but':'x'}]}}                    | {'a':'y'}            | {'a':'x'}",
                "{'detail':{'a':[{'anything-but':['x','y']}]}}              | {'a':'z'}            | {'a':'y'}",
                "{'detail':{'a':[{'anything-but':[1,2]}]}}                  | {'a':3}              | {'a':2}",
                "{'detail':{'a':[{'anything-but':{'prefix':'ab'}}]}}        | {'a':'b'}            | {'a':'abc'}",
                "{'detail':{'a':[{'anything-but':{'prefix':['ab','c']}}]}}  | {'a':'b'}            | {'a':'cc'}",
                "{'detail':{'a':[{'anything-but':{'suffix':'ab'}}]}}        | {'a':'b'}            | {'a':'cab'}",
                "{'detail':{'a':[{'anything-but':{'wildcard':'*/x/*'}}]}}   | {'a':'a/y/b'}        | {'a':'a/x/b'}",
                "{'detail':{'a':[{'anything-but':{'equals-ignore-case':['X']}}]}} | {'a':'y'}      | {'a':'x'}",
                "{'detail':{'a':[{'numeric':['>',0,'<=',5]}]}}              | {'a':5}              | {'a':0}",
                "{'detail':{'a':[{'numeric':['=',3.5]}]}}                   | {'a':3.50}           | {'a':3.51}",
                "{'detail':{'a':[{'cidr':'10.0.0.0/24'}]}}                  | {'a':'10.0.0.255'}   | {'a':'10.0.1.0'}",
                "{'detail':{'a':[{'exists':true}]}}                         | {'a':'any'}          | {'b':1}",
                "{'detail':{'a':[{'exists':false}]}}                        | {'b':1}              | {'a':1}",
                "{'detail':{'$or':[{'a':['x']},{'b':['x']}]}}               | {'b':'x'}            | {'c':'x'}",
                "{'$or':[{'detail':{'a':['x']}},{'source':['none']}]}       | {'a':'x'}            | {'a':'y'}",
                "{'detail':{'list':{'n':[1],'m':[2]}}}                      | {'list':[{'n':1,'m':2}]} | {'list':[{'n':1},{'m':2}]}",
                "{'source':['shop'],'resources':['arn:two'],'detail':{'a':['x']}} | {'a':'x'}      | {'a':'y'}",
            })
    void everyFormMatches(String pattern, String matching, String other) {
        assertThat(matches(pattern, matching)).as("%s of %s", pattern, matching).isTrue();
        assertThat(matches(pattern, other)).as("%s of %s", pattern, other).isFalse();
    }

    /** A pattern, what AWS says of it, and where it says that the fault is (0 for nowhere), once or twice. */
    static Stream<Arguments> faults() {
        String mustBe = " match pattern must be a string";
        return Stream.of(
                arguments("{'source': []}", "Empty arrays are not allowed", 14, 1),
                arguments("{'source': {}}", "Empty objects are not allowed", 14, 1),
                arguments("{'n': 42}", "\"n\" must be an object or an array", 9, 1),
                arguments("{'s': 'text'}", "\"s\" must be an object or an array", 8, 1),
                arguments("{'a': [{'EXISTS': true}]}", "Unrecognized match type EXISTS", 23, 1),
                arguments("{'a': [{'prefix': 12}]}", "prefix" + mustBe, 21, 1),
                arguments("{'a': [{'suffix': ['.gz']}]}", "suffix" + mustBe, 20, 1),
                arguments("{'a': [{'wildcard': 12}]}", "wildcard" + mustBe, 23, 1),
                arguments("{'a': [{'cidr': ['x']}]}", "prefix" + mustBe, 18, 1),
                arguments("{'a': [{'equals-ignore-case': ['x']}]}", "equals-ignore-case" + mustBe, 32, 1),
                arguments("{'a': [{'wildcard': 'x**y'}]}", "Consecutive wildcard characters at pos 2", 27, 1),
                arguments("{'a': [{'numeric': 10}]}", "Value of numeric must be an array.", 22, 1),
                arguments("{'a': [{'numeric': ['>', 0, '<']}]}", "Value of < must be numeric", 33, 1),
                arguments(
                        "{'a': [{'anything-but': null}]}",
                        "Value of anything-but must be an array or single string/number value.",
                        29,
                        1),
                arguments(
                        "{'a': [{'anything-but': ['x', null]}]}",
                        "Inside anything but list, start|null|boolean is not supported.",
                        35,
                        2),
                arguments("{'a': [{'anything-but': {'prefix': ''}}]}", "Null prefix/suffix not allowed", 38, 1),
                arguments("{'a': [{'cidr': '10.0.0.1'}]}", "Malformed CIDR, one '/' required", 0, 0),
                arguments("{'a': [{'cidr': 'a.b/8'}]}", "Nonstandard IP address: a.b", 0, 0),
                arguments("['x']", "Filter is not an object", 2, 1),
                arguments(
                        "any text",
                        "Unrecognized token 'any': was expecting (JSON String, Number, Array, Object or token 'null',"
                                + " 'true' or 'false')",
                        4,
                        1),
                arguments(
                        "{'a': [{'wildcard': '" + "*ab".repeat(100) + "'}]}",
                        "Rule is too complex - try using fewer wildcard characters or fewer repeating character"
                                + " sequences after a wildcard character",
                        0,
                        0));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsAreWordedAsAwsWordsThem(String quoted, String reason, int column, int times) {
        String pattern = quoted.replace('\'', '"');
        String place = "\n at [Source: (String)\"" + pattern + "\"; line: 1, column: " + column + "]";
        String message = "Event pattern is not valid. Reason: " + reason + place.repeat(times);

        assertRefused(
                "InvalidEventPatternException",
                message,
                () -> events.putRule(r -> r.name("orders").eventPattern(pattern)));
        assertRefused(
                "InvalidEventPatternException",
                message,
                () -> events.testEventPattern(r -> r.eventPattern(pattern).event("{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "[1]", "{\"a\":1}", "{"})
    void anEventThatIsNoneIsRefused(String event) {
        assertRefused(
                "ValidationException",
                "Parameter Event is not valid.",
                () -> events.testEventPattern(r -> r.eventPattern(PATTERN).event(event)));
    }

    @Test
    void wildcardsAreForThirtyRulesOfABus() {
        for (int i = 0; i < 30; i++) {
            String name = "rule-" + i;
            events.putRule(r -> r.name(name).eventPattern("{\"source\":[{\"wildcard\":\"shop*" + name + "\"}]}"));
        }

        assertRefused(
                "LimitExceededException",
                "The requested resource exceeds the maximum number allowed.",
                () -> events.putRule(r -> r.name("more").eventPattern("{\"source\":[{\"wildcard\":\"shop*\"}]}")));
        events.putRule(r -> r.name("rule-3").eventPattern("{\"source\":[{\"wildcard\":\"x*\"}]}"));
        events.putRule(r -> r.name("plain").eventPattern(PATTERN));
    }

    @Test
    void alternativesAreBounded() {
        StringBuilder pattern = new StringBuilder("{\"source\":[\"s\"]");
        for (int i = 0; i < 14; i++) {
            pattern.append(",\"k").append(i).append("\":{\"$or\":[{\"a\":[\"1\"]},{\"b\":[\"2\"]},{\"c\":[\"3\"]}]}");
        }
        String tooMany = pattern.append('}').toString();

        assertRefused(
                "LimitExceededException",
                "The requested resource exceeds the maximum number allowed.",
                () -> events.putRule(r -> r.name("many").eventPattern(tooMany)));
    }
}
