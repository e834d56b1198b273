package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row: an expression over one event, and its value. */
class ExpressionTest {
    private static final String MESSAGE = "{\"n\":7,\"f\":2.5,\"neg\":-3,\"s\":\"Hello World\",\"e\":\"\",\"b\":\"  \","
            + "\"yes\":true,\"no\":false,\"nil\":null,\"o\":{\"p\":{\"q\":\"deep\"},\"list\":[10,{\"k\":\"v\"}]},"
            + "\"a.b\":\"dotted\",\"with-dash\":\"d\",\"ip\":\"10.1.2.3\",\"ip6\":\"2001:db8::1\","
            + "\"t\":1794998705123,\"json\":\"{\\\"x\\\":{\\\"y\\\":[1,2.5]},\\\"l\\\":[\\\"a\\\",\\\"b\\\"]}\","
            + "\"esc\":\"a\\\"b\\u00e9\"}";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                // fields
                "n => 7",
                "f => 2.5",
                "s => Hello World",
                "yes => 1",
                "no => 0",
                "nil => nothing",
                "missing => nothing",
                "o.p.q => deep",
                "o.p => nothing",
                "o.list.0 => 10",
                "o.list.1.k => v",
                "a.b => dotted",
                "esc => a\"bé",
                "@logStream => one",
                "@log => 111122223333:app",
                "@timestamp => 2026-11-18 10:40:00.000",
                "@ingestionTime => 2026-11-18 11:40:00.000",
                "@aws.account => 111122223333",
                "@aws.region => us-east-1",
                // arithmetic
                "n + 1 => 8",
                "n - 10 => -3",
                "n * f => 17.5",
                "n / 2 => 3.5",
                "n / 3 => 2.3333",
                "n / 0 => nothing",
                "n % 4 => 3",
                "n ^ 2 => 49",
                "2 ^ 3 ^ 2 => 512",
                "-n => -7",
                "2 + 3 * 4 => 14",
                "(2 + 3) * 4 => 20",
                "-2 ^ 2 => -4",
                "n + missing => nothing",
                "n + s => nothing",
                "1e3 => 1000",
                ".5 + .25 => 0.75",
                // comparison
                "n = 7 => 1",
                "n = \"7\" => 1",
                "n = 7.0 => 1",
                "n != 7 => 0",
                "n < 8 => 1",
                "n <= 7 => 1",
                "n > 7 => 0",
                "n >= 7 => 1",
                "n > 10 => 0",
                "s = \"Hello World\" => 1",
                "s = 'hello world' => 0",
                "s > 'Hello' => 1",
                "missing = 1 => 0",
                "missing != 1 => 0",
                "yes = true => 1",
                "yes = 1 => 1",
                "yes = 'true' => 1",
                "no = false => 1",
                "no = 0 => 1",
                "n in [1, 7] => 1",
                "n in [1, 2] => 0",
                "n not in [1, 2] => 1",
                "s in ['x', 'Hello World'] => 1",
                "missing not in [1] => 0",
                "s like 'World' => 1",
                "s like 'world' => 0",
                "s not like 'world' => 1",
                "s like /(?i)WORLD$/ => 1",
                "s =~ /^Hell/ => 1",
                "s =~ '^Hell' => 1",
                "s like /^World/ => 0",
                "s not like /^World/ => 1",
                "missing like 'x' => 0",
                "missing not like 'x' => 0",
                "@message like /\"n\":7/ => 1",
                "'a/b' like /a\\/b/ => 1",
                "n = 7 and s like 'Hello' => 1",
                "n = 8 and s like 'Hello' => 0",
                "n = 8 or s like 'Hello' => 1",
                "not n = 8 => 1",
                "not (n = 7 or n = 8) => 0",
                "NOT n = 8 AND n = 7 => 1",
                "n = 1 and n = 2 or n = 7 => 1",
                "n = 7 or n = 2 and n = 1 => 1",
                // numeric functions
                "abs(neg) => 3",
                "ceil(f) => 3",
                "floor(f) => 2",
                "greatest(1, n, f) => 7",
                "least(4, n, f) => 2.5",
                "log(1) => 0",
                "log(0) => nothing",
                "sqrt(49) => 7",
                "sqrt(neg) => nothing",
                // general functions
                "ispresent(n) => 1",
                "ispresent(missing) => 0",
                "ispresent(nil) => 0",
                "isempty(e) => 1",
                "isempty(b) => 0",
                "isempty(missing) => 1",
                "isblank(b) => 1",
                "isblank(s) => 0",
                "coalesce(missing, nil, s, n) => Hello World",
                "coalesce(missing) => nothing",
                "if(n > 5, 'big', 'small') => big",
                // text functions
                "concat(s, '-', n) => Hello World-7",
                "concat('a', missing, 'b') => ab",
                "strlen(s) => 11",
                "strlen(missing) => nothing",
                "toupper(s) => HELLO WORLD",
                "tolower(s) => hello world",
                "trim('  x ') => x",
                "trim('xxaxx', 'x') => a",
                "ltrim('xxaxx', 'x') => axx",
                "rtrim('xxaxx', 'x') => xxa",
                "substr(s, 6) => World",
                "substr(s, 0, 5) => Hello",
                "substr(s, 6, 100) => World",
                "substr(s, 100) => ``",
                "replace(s, 'l', 'L') => HeLLo WorLd",
                "strcontains(s, 'World') => 1",
                "strcontains(s, 'world') => 0",
                // addresses
                "isValidIp(ip) => 1",
                "isValidIp(ip6) => 1",
                "isValidIp(s) => 0",
                "isValidIpV4(ip) => 1",
                "isValidIpV4(ip6) => 0",
                "isValidIpV4('256.1.1.1') => 0",
                "isValidIpV6(ip6) => 1",
                "isValidIpV6('1::2::3') => 0",
                "isValidIpV6('::ffff:1.2.3.4') => 1",
                "isValidIpV6(ip) => 0",
                "isIpInSubnet(ip, '10.0.0.0/8') => 1",
                "isIpInSubnet(ip, '10.1.2.0/30') => 1",
                "isIpInSubnet(ip, '10.1.2.0/31') => 0",
                "isIpInSubnet(ip6, '2001:db8::/32') => 1",
                "isIpv4InSubnet(ip, '10.0.0.0/8') => 1",
                "isIpv4InSubnet(ip6, '2001:db8::/32') => 0",
                "isIpv6InSubnet(ip6, '2001:db8::/33') => 1",
                "isIpv6InSubnet(ip, '10.0.0.0/8') => 0",
                "isIpInSubnet(ip, 'nonsense') => 0",
                // time
                "bin(5m) => 2026-11-18 10:40:00.000",
                "bin(1h) => 2026-11-18 10:00:00.000",
                "bin(300s) => 2026-11-18 10:40:00.000",
                "bin(1d) => 2026-11-18 00:00:00.000",
                "bin(1w) => 2026-11-16 00:00:00.000",
                "bin(1mo) => 2026-11-01 00:00:00.000",
                "bin(1q) => 2026-10-01 00:00:00.000",
                "bin(1y) => 2026-01-01 00:00:00.000",
                "datefloor(t, 5m) => 2026-11-18 10:45:00.000",
                "datefloor(t, 10s) => 2026-11-18 10:45:00.000",
                "dateceil(t, 5m) => 2026-11-18 10:50:00.000",
                "dateceil(t, 1month) => 2026-12-01 00:00:00.000",
                "fromMillis(t) => 2026-11-18 10:45:05.123",
                "toMillis(@timestamp) => 1794998400000",
                "@timestamp + 1 => 1794998400001",
                "now() => 1795002000",
                // JSON
                "jsonParse(json) => {\"x\":{\"y\":[1,2.5]},\"l\":[\"a\",\"b\"]}",
                "jsonParse(json)['l'][1] => b",
                "jsonParse(json)['x']['y'][1] * 2 => 5",
                "jsonParse(s) => nothing",
                "jsonStringify(jsonParse(json)) => {\"x\":{\"y\":[1,2.5]},\"l\":[\"a\",\"b\"]}",
                "jsonStringify(s) => \"Hello World\"",
            })
    void hasTheValue(String expression, String value) throws QuerySyntaxException {
        assertThat(Queries.valueOf(expression, MESSAGE)).as(expression).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "nofunction(n) => unknown function nofunction",
                "abs() => invalid arguments for function abs (expected: 1)",
                "abs(1, 2) => invalid arguments for function abs (expected: 1)",
                "substr(s) => invalid arguments for function substr (expected: 2 to 3)",
                "coalesce() => invalid arguments for function coalesce (expected: at least 1)",
                "bin(5) => invalid arguments for function bin (expected: one period, such as 5m)",
                "datefloor(t, 5) => invalid arguments for function datefloor (expected: a time and a period, such as"
                        + " 5m)",
                "count(*) => the function count can only be used in stats",
                "abs(*) => unexpected symbol found '*'",
                "5m => unexpected symbol found a period",
                "now(1) => invalid arguments for function now (expected: 0)",
            })
    void isRefused(String expression, String message) {
        assertThatThrownBy(() -> Queries.valueOf(expression, MESSAGE))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessage(message);
    }
}
