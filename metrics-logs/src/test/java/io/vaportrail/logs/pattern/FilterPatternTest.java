package io.vaportrail.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.model.logs.InvalidParameterException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row by row: a pattern, a message, and whether it matches. */
class FilterPatternTest {
    private static void check(String pattern, String message, boolean matches) {
        assertThat(FilterPattern.of(pattern).matches(message))
                .as("%s on %s", pattern, message)
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "``                  => anything                          => true",
                "` `                 => anything                          => true",
                "`\"\"`              => anything                          => true",
                "`\" \"`             => anything                          => true",
                "ERROR               => [ERROR 400] BAD REQUEST           => true",
                "ERROR               => [error 400] bad request           => false",
                "ERROR               => WARN                              => false",
                "ERROR ARGUMENTS     => [ERROR 419] MISSING ARGUMENTS     => true",
                "ERROR ARGUMENTS     => ARGUMENTS before ERROR            => true",
                "ERROR ARGUMENTS     => [ERROR 400] BAD REQUEST           => false",
                "?ERROR ?ARGUMENTS   => [ERROR 400] BAD REQUEST           => true",
                "?ERROR ?ARGUMENTS   => MISSING ARGUMENTS                 => true",
                "?ERROR ?ARGUMENTS   => [WARN] fine                       => false",
                "?\"no way\" ?%4[01]%=> code 41                           => true",
                "?\"no way\" ?%4[01]%=> code 42                           => false",
                "?ERROR REQUEST      => [WARN] REQUEST                    => true",
                "?ERROR REQUEST      => [ERROR] answer                    => false",
                "?ERROR -REQUEST     => [WARN] answer                     => true",
                "ERROR -ARGUMENTS    => [ERROR 400] BAD REQUEST           => true",
                "ERROR -ARGUMENTS    => [ERROR 419] MISSING ARGUMENTS     => false",
                "-ERROR              => [WARN]                            => true",
                "-ERROR              => [ERROR]                           => false",
                "-\"BAD REQUEST\"    => [ERROR] BAD REQUEST               => false",
                "-\"BAD REQUEST\"    => [ERROR] BAD                       => true",
                "-%E.*R%             => ERROR                             => false",
                "\"INTERNAL SERVER\" => [ERROR 500] INTERNAL SERVER ERROR => true",
                "\"INTERNAL SERVER\" => SERVER INTERNAL                   => false",
                "\"a-b/c\"           => path a-b/c here                   => true",
                "\"say \\\"hi\\\"\"  => they say \"hi\"                   => true",
                "\"say \\\"hi\\\"\"  => they say hi                       => false",
                "%AUTHORIZED%        => [ERROR 401] UNAUTHORIZED REQUEST  => true",
                "%AUTHORIZED%        => [SUCCESS 200] AUTHORIZED REQUEST  => true",
                "%AUTHORIZED%        => [ERROR 400]                       => false",
                "%^ERROR%            => ERROR first                       => true",
                "%\\x41\\x42%     => xABx                              => true",
                "%\\x41\\x42%     => xAx                               => false",
                "%a\\Db\\Sc\\Wd\\we%   => a-b-c-dde                 => true",
                "%a\\Db\\Sc\\Wd\\we%   => a1b-c-dde                 => false",
                "%a\\sb%            => a b                               => true",
                "%a\\sb%            => a_b                               => false",
                "%1\\.5\\!%       => costs 1.5!                        => true",
                "%1\\.5\\!%       => costs 1x5!                        => false",
                "%gr[ae]y|colou?r%   => the color                         => true",
                "%gr[ae]y|colou?r%   => the colouur                       => false",
                "%ab{2,3}c%          => abbbc                             => true",
                "%ab{2,3}c%          => abc                               => false",
                "%^ERROR%            => an ERROR                          => false",
                "%d{2}$%             => ends in dd                        => true",
                "%\\d{2}$%           => ends in 42                        => true",
                "%\\d{2}$%           => ends in 4                         => false",
                "%(?%                => -                                 => error",
                "größe               => die größe zählt                   => true",
            })
    void terms(String pattern, String message, String expected) {
        if (expected.equals("error")) {
            assertThatThrownBy(() -> FilterPattern.of(pattern)).isInstanceOf(InvalidParameterException.class);
        } else {
            check(pattern, message, Boolean.parseBoolean(expected));
        }
    }

    private static final String RECORD =
            "{\"eventType\":\"UpdateTrail\",\"sourceIPAddress\":\"111.111.111.111\",\"arrayKey\":[\"value\",\"another"
                    + " value\"],\"objectList\":[{\"name\":\"a\",\"id\":1},{\"name\":\"b\",\"id\":2}],"
                    + "\"SomeObject\":null,\"cluster.name\":\"c\",\"big\":1500,\"long\":12345678901234567,\"neg\":-0.5,\"text\":\"42\",\"yes\":true,\"no\":false,\"empty\":\"\",\"user\":{\"id\":7,\"names\":{\"x\":\"one\",\"y\":\"two\"}},\"quote\":\"say"
                    + " \\\"hi\\\"\"}";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "{ $.eventType = \"UpdateTrail\" }            => true",
                "{ $.eventType = \"updatetrail\" }            => false",
                "{$.eventType=\"UpdateTrail\"}                => true",
                "{ $.eventType = UpdateTrail }                => true",
                "{ $.eventType = UpdateTrai }                 => false",
                "{ $.eventType = Update* }                    => true",
                "{ $.eventType = \"*Trail\" }                 => true",
                "{ $.eventType = \"*date*\" }                 => true",
                "{ $.eventType = \"*x*\" }                    => false",
                "{ $.eventType = \"*\" }                      => true",
                "{ $.missing = \"*\" }                        => false",
                "{ $.eventType != \"UpdateTrail\" }           => false",
                "{ $.eventType != \"CreateTrail\" }           => true",
                "{ $.missing != \"CreateTrail\" }             => false",
                "{ $.sourceIPAddress != 123.123.* }           => true",
                "{ $.sourceIPAddress != 111.111.* }           => false",
                "{ $.sourceIPAddress = %111\\.111% }          => true",
                "{ $.sourceIPAddress != %111\\.111% }         => false",
                "{ $.sourceIPAddress = %^123% }               => false",
                "{ $.arrayKey[0] = \"value\" }                => true",
                "{ $.arrayKey[1] = \"value\" }                => false",
                "{ $.arrayKey[2] = \"*\" }                    => false",
                "{ $.arrayKey[*] = \"another value\" }        => true",
                "{ $.arrayKey[*] = \"third\" }                => false",
                "{ $.objectList[1].id = 2 }                   => true",
                "{ $.objectList[1].id = 1 }                   => false",
                "{ $.objectList[*].name = \"b\" }             => true",
                "{ $.objectList[*].name = \"c\" }             => false",
                "{ $.user.names.* = \"two\" }                 => true",
                "{ $.user.names.* = \"three\" }               => false",
                "{ $.* = \"UpdateTrail\" }                    => true",
                "{ $.* = \"DeleteTrail\" }                    => false",
                "{ $.['cluster.name'] = \"c\" }               => true",
                "{ $['cluster.name'] = \"c\" }                => true",
                "{ $.cluster.name = \"c\" }                   => false",
                "{ $.['cluster.name'] = \"d\" }               => false",
                "{ $.eventType != Create* }                   => true",
                "{ $.eventType != Update* }                   => false",
                "{ $.missing > 0 }                            => false",
                "{ $.big > 1.4e3 }                            => true",
                "{ $.big > 1.5e3 }                            => false",
                "{ $.big >= 1501 }                            => false",
                "{ $.big < 1501 }                             => true",
                "{ $.big <= 1499 }                            => false",
                "{ $.long = 12345678901234567 }               => true",
                "{ $.long = 12345678901234568 }               => false",
                "{ $.long != 12345678901234568 }              => true",
                "{ $.no = true }                              => false",
                "{ $.empty = \"x\" }                          => false",
                "{ $.quote = \"say hi\" }                     => false",
                "{ $.objectList[*].id > 1 }                   => true",
                "{ $.objectList[*].id > 2 }                   => false",
                "{ $.SomeObject = \"*\" }                     => false",
                "{ $.user.* = 7 }                             => true",
                "{ $.user.* = 8 }                             => false",
                "{ $.SomeObject IS NULL }                     => true",
                "{ $.eventType IS NULL }                      => false",
                "{ $.missing IS NULL }                        => false",
                "{ $.SomeOtherObject NOT EXISTS }             => true",
                "{ $.SomeObject NOT EXISTS }                  => false",
                "{ $.user NOT EXISTS }                        => false",
                "{ $.objectList[7] NOT EXISTS }               => true",
                "{ $.yes IS TRUE }                            => true",
                "{ $.no IS TRUE }                             => false",
                "{ $.no IS FALSE }                            => true",
                "{ $.eventType IS FALSE }                     => false",
                "{ $.yes = true }                             => true",
                "{ $.big = 1500 }                             => true",
                "{ $.big = 1.5e3 }                            => true",
                "{ $.big != 1500 }                            => false",
                "{ $.big != 7 }                               => true",
                "{ $.big > 1000 }                             => true",
                "{ $.big > 1500 }                             => false",
                "{ $.big >= 1500 }                            => true",
                "{ $.big < 1500 }                             => false",
                "{ $.big <= 1500 }                            => true",
                "{ $.neg < 0 }                                => true",
                "{ $.neg > -1 }                               => true",
                "{ $.text = 42 }                              => true",
                "{ $.text = \"42\" }                          => true",
                "{ $.eventType > 3 }                          => false",
                "{ $.empty = \"\" }                           => true",
                "{ $.quote = \"say \\\"hi\\\"\" }             => true",
                "{ $.user = \"*\" }                           => false",
                "{ $.arrayKey = \"*\" }                       => false",
                "{ $.user != \"x\" }                          => false",
                "{ $.user.id = 7 && $.big = 1500 }            => true",
                "{ $.user.id = 7 && $.big = 1 }               => false",
                "{ $.user.id = 1 || $.big = 1500 }            => true",
                "{ $.user.id = 1 || $.big = 1 }               => false",
                "{ ($.user.id = 1) || ($.big = 1500) }        => true",
                "{ $.user.id = 7 || $.big = 1 && $.neg = 9 }  => true",
                "{ ($.user.id = 7 || $.big = 1) && $.neg = 9 }=> false",
                "{ (($.user.id = 7)) }                        => true",
            })
    void json(String pattern, boolean matches) {
        check(pattern, RECORD, matches);
    }

    @Test
    void jsonPatternsMatchNoOtherLines() {
        for (String line : new String[] {"plain text", "", "{\"a\":", "\"a\"", "7", "{\"a\":1} tail"}) {
            check("{ $.a NOT EXISTS }", line, false);
        }
        check("{ $.a NOT EXISTS }", "  {\"b\":1}", true);
    }

    private static final String ACCESS =
            "127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "[ip, user, username, timestamp, request, status_code, bytes]                    => true",
                "[ip, user, username, timestamp, request, status_code]                           => false",
                "[ip, user, username, timestamp, request, status_code, bytes, more]              => false",
                "[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes] =>"
                        + " true",
                "[ip, user, username, timestamp, request, status_code = 4*, bytes]               => true",
                "[ip, user, username, timestamp, request, status_code = 5*, bytes]               => false",
                "[ip, user, username, timestamp, request, status_code = 404, bytes]              => true",
                "[ip, user, username, timestamp, request, status_code != 404, bytes]             => false",
                "[ip, user, username, timestamp, request, status_code, bytes > 1000]             => true",
                "[ip, user, username, timestamp, request, status_code, bytes > 1534]             => false",
                "[ip, user, username, timestamp, request, status_code, bytes >= 1534]            => true",
                "[ip, user, username, timestamp, request, status_code, bytes < 1.6e3]            => true",
                "[ip, user > 1, username, timestamp, request, status_code, bytes]                => false",
                "[ip, user, username, timestamp, request = \"GET /index.html HTTP/1.0\", s, b]   => true",
                "[ip, user, username, timestamp = \"10/Oct*\", request, s, b]                    => true",
                "[ip, user, username, timestamp, request, s = 404 || s = 410, bytes]             => true",
                "[ip, user, username, timestamp, request, s = 409 || s = 410, bytes]             => false",
                "[ip, user, username, timestamp, request, s != 404 && s != 410, bytes]           => false",
                "[ip, user, username, timestamp, request, s != 409 && s != 410, bytes]           => true",
                "[..., status_code = 404, bytes]                                                 => true",
                "[..., status_code = 405, bytes]                                                 => false",
                "[ip = 127*, ...]                                                                => true",
                "[ip = 128*, ...]                                                                => false",
                "[ip, user = Prod, ..., bytes = 1534]                                            => true",
                "[ip, user = Test, ..., bytes = 1534]                                            => false",
                "[a, b, c, d, ..., e, f, g]                                                      => true",
                "[a, b, c, d, ..., e, f, g, h]                                                   => false",
                "[...]                                                                           => true",
                "[]                                                                              => true",
                "[w1=%^127%,...]                                                                 => true",
                "[w1=%^128%,...]                                                                 => false",
                "[ip != 127*, ...]                                                               => false",
                "[ip != 128*, ...]                                                               => true",
                "[..., bytes <= 1534]                                                            => true",
                "[..., bytes <= 1533]                                                            => false",
                "[..., bytes < 1534]                                                             => false",
                "[..., bytes >= 1535]                                                            => false",
                "[..., request = *html*, s, b]                                                   => true",
                "[..., request = *htm, s, b]                                                     => false",
            })
    void delimited(String pattern, boolean matches) {
        check(pattern, ACCESS, matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "[w1=ERROR, w2]              => ERROR again     => true",
                "[w1=ERROR, w2]              => WARN ERROR      => false",
                "[w1=ERROR || w1=%WARN%, w2] => a-WARNING again => true",
                "[w1!=ERROR&&w1!=WARN, w2]   => INFO again      => true",
                "[w1!=ERROR&&w1!=WARN, w2]   => WARN again      => false",
                "[w1=ERROR, w2]              => ``              => false",
            })
    void delimitedByPosition(String pattern, String message, boolean matches) {
        check(pattern, message, matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{ $.a }",
                "{ $.a = }",
                "{ $a = 1 }",
                "{ a = 1 }",
                "{ $.a = 1",
                "{ $.a = 1 } tail",
                "{ $.a == 1 }",
                "{ $.a > x }",
                "{ $.a = \"x }",
                "{ $.a = %x }",
                "{ $.a = 1 & $.b = 2 }",
                "{ $.a = 1 && }",
                "{ ($.a = 1 }",
                "{ $.a[x] = 1 }",
                "{ $.a[ = 1 }",
                "{ $.*.* = 1 }",
                "{ $.a[*].* = 1 }",
                "{ $.a IS }",
                "{ $.a IS MAYBE }",
                "{ $.a NOT }",
                "{ $.a ISNULL }",
                "{ $.a = %(x)% }",
                "{ $.a = %x!% }",
                "{ $.a = %a% && $.b = %b% && $.c = %c% }",
                "{ $. = 1 }",
                "{ $ = 1 }",
                "{ $.a = a b }",
                "[",
                "[a",
                "[a,]",
                "[a b]",
                "[,a]",
                "[a=]",
                "[a, ..., b, ...]",
                "[a=1] tail",
                "[a=1||b=2]",
                "[a>x]",
                "[a==1]",
                "[a=%x%, b=%y%, c=%z%]",
                "a-b",
                "a.b",
                "\"open",
                "%open",
                "%%",
                "%a[%",
                "?",
                "-",
                "a\"b\"",
                "a,b",
                "%*%",
                "%\\bword%",
                "%\\pL%",
                "%\\Qx\\E%",
                "%a\\%",
                "%é%",
            })
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> FilterPattern.of(pattern))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("Invalid filter pattern");
    }

    private static final String SIGN_IN =
            "{\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"errorMessage\":\"Failed authentication\","
                    + "\"eventType\":\"AwsConsoleSignIn\",\"sourceIPAddress\":\"198.51.100.7\","
                    + "\"userIdentity\":{\"type\":\"Root\"},\"additionalEventData\":{\"MFAUsed\":\"No\"},"
                    + "\"responseElements\":{\"ConsoleLogin\":\"Success\"}}";

    private static final String DENIED =
            "{\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"ScheduleKeyDeletion\",\"errorCode\":\"AccessDenied\","
                    + "\"eventType\":\"AwsApiCall\",\"sourceIPAddress\":\"198.51.100.7\","
                    + "\"userIdentity\":{\"type\":\"IAMUser\",\"invokedBy\":\"x\"}}";

    /** The patterns of well-known security benchmarks: each matches one of the two records and not the other. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "{($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\")} => denied",
                "{ ($.errorCode=\"AccessDenied*\") && ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\") } => denied",
                "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") } => sign-in",
                "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="
                        + " \"AwsServiceEvent\" } => sign-in",
                "{($.eventName=DeleteGroupPolicy)||($.eventName=ScheduleKeyDeletion)} => denied",
                "{($.eventName=ConsoleLogin) && ($.errorMessage=\"Failed authentication\")} => sign-in",
                "{($.eventSource=kms.amazonaws.com) &&"
                        + " (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion))} => denied",
                "{ $.responseElements.ConsoleLogin = Success } => sign-in",
            })
    void readsThePatternsOfSecurityBenchmarks(String pattern, String which) {
        check(pattern, SIGN_IN, which.equals("sign-in"));
        check(pattern, DENIED, which.equals("denied"));
    }

    @Test
    void takesValuesOut() {
        FilterPattern fields = FilterPattern.of("[ip, user, name, time, request, status = 4*, bytes]");
        assertThat(fields.extract(ACCESS))
                .isEqualTo(Map.of(
                        "$ip", "127.0.0.1",
                        "$user", "Prod",
                        "$name", "frank",
                        "$time", "10/Oct/2000:13:25:15 -0700",
                        "$request", "GET /index.html HTTP/1.0",
                        "$status", "404",
                        "$bytes", "1534"));
        assertThat(fields.value(ACCESS, ValueReference.of("$bytes"))).isEqualTo("1534");
        assertThat(fields.value(ACCESS, ValueReference.of("$1"))).isEqualTo("127.0.0.1");
        assertThat(fields.knows(ValueReference.of("$nobody"))).isFalse();
        assertThat(FilterPattern.of("[..., last]").value(ACCESS, ValueReference.of("$last")))
                .isEqualTo("1534");

        FilterPattern json = FilterPattern.of("{ $.user.id = * && $.arrayKey[0] = \"*\" }");
        assertThat(json.extract(RECORD)).isEqualTo(Map.of("$.user.id", "7", "$.arrayKey[0]", "value"));
        assertThat(json.value(RECORD, ValueReference.of("$.objectList[1].id"))).isEqualTo("2");
        assertThat(json.value(RECORD, ValueReference.of("$.user"))).isNull();
        assertThat(json.value("no json", ValueReference.of("$.user"))).isNull();
        assertThat(FilterPattern.of("ERROR").extract("ERROR")).isEmpty();
    }
}
