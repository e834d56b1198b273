package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patterns of grok, with the examples of AWS's documentation. */
class GrokTest extends TransformerCalls {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "%{USERNAME:name} => user123.name-TEST => {\"name\":\"user123.name-TEST\"}",
                "%{INT:num} => -456 => {\"num\":\"-456\"}",
                "%{BASE10NUM:num} => -0.67 => {\"num\":\"-0.67\"}",
                "%{BASE16NUM:num} => +0xA1B2 => {\"num\":\"+0xA1B2\"}",
                "%{POSINT:num} => 123 => {\"num\":\"123\"}",
                "%{NONNEGINT:num} => 007 => {\"num\":\"007\"}",
                "%{WORD:user} => user_123 => {\"user\":\"user_123\"}",
                "%{NOTSPACE:msg} => hello_world123 => {\"msg\":\"hello_world123\"}",
                "%{DATA:x} %{DATA:y} => abc def ghi => {\"x\":\"abc\",\"y\":\"def ghi\"}",
                "%{GREEDYDATA:x} %{GREEDYDATA:y} => abc def ghi => {\"x\":\"abc def\",\"y\":\"ghi\"}",
                "%{QUOTEDSTRING:msg} => \"Hello, world!\" => {\"msg\":\"Hello, world!\"}",
                "%{QUOTEDSTRING:msg} => 'Hello' => {\"msg\":\"Hello\"}",
                "%{UUID:id} => 550e8400-e29b-41d4-a716-446655440000 => {\"id\":\"550e8400-e29b-41d4-a716-446655440000\"}",
                "%{URN:urn} => urn:isbn:0451450523 => {\"urn\":\"urn:isbn:0451450523\"}",
                "%{ARN:arn} => arn:aws:iam:us-east-1:123456789012:user/johndoe =>"
                        + " {\"arn\":\"arn:aws:iam:us-east-1:123456789012:user/johndoe\"}",
                "%{CISCOMAC:m} => 0123.4567.89AB => {\"m\":\"0123.4567.89AB\"}",
                "%{WINDOWSMAC:m} => 01-23-45-67-89-AB => {\"m\":\"01-23-45-67-89-AB\"}",
                "%{MAC:m} => 01:23:45:67:89:AB => {\"m\":\"01:23:45:67:89:AB\"}",
                "%{IPV6:ip} => 2001:db8:3333:4444:5555:6666:7777:8888 =>"
                        + " {\"ip\":\"2001:db8:3333:4444:5555:6666:7777:8888\"}",
                "%{IPV6:ip} => 2001:db8::1 => {\"ip\":\"2001:db8::1\"}",
                "%{IPV6:ip} => ::1 => {\"ip\":\"::1\"}",
                "%{IPV6:ip} => ::ffff:192.0.2.1 => {\"ip\":\"::ffff:192.0.2.1\"}",
                "%{IP:ip} => 192.168.0.1 => {\"ip\":\"192.168.0.1\"}",
                "%{HOST:host} => server-01.internal-network.local => {\"host\":\"server-01.internal-network.local\"}",
                "%{HOSTPORT:ip} => 192.168.1.1:8080 => {\"ip\":\"192.168.1.1:8080\",\"PORT\":\"8080\"}",
                "%{URIHOST:host} %{URIHOST:ip} => example.com:443 10.0.0.1 =>"
                        + " {\"host\":\"example.com:443\",\"port\":\"443\",\"ip\":\"10.0.0.1\"}",
                "%{UNIXPATH:path} => /search?q=regex => {\"path\":\"/search?q=regex\"}",
                "%{WINPATH:path} => C:\\Users\\file.txt => {\"path\":\"C:\\\\Users\\\\file.txt\"}",
                "%{TTY:path} => /dev/tty1 => {\"path\":\"/dev/tty1\"}",
                "%{URIPROTO:p} => web+transformer => {\"p\":\"web+transformer\"}",
                "%{URIPARAM:url} => ?param1=value1&param2=value2 => {\"url\":\"?param1=value1&param2=value2\"}",
                "%{URI:uri} => https://user:password@example.com/path/to/resource?param1=value1 =>"
                        + " {\"uri\":\"https://user:password@example.com/path/to/resource?param1=value1\"}",
                "%{MONTH:month} => January => {\"month\":\"January\"}",
                "%{MONTHNUM:month} => 5 => {\"month\":\"5\"}",
                "%{MONTHDAY:d} => 31 => {\"d\":\"31\"}",
                "%{YEAR:y} => 24 => {\"y\":\"24\"}",
                "%{DAY:day} => Tuesday => {\"day\":\"Tuesday\"}",
                "%{SECOND:s} => 30:5 => {\"s\":\"30:5\"}",
                "%{TIME:time} => 09:45:32 => {\"time\":\"09:45:32\"}",
                "%{DATE_US:date} => 1-01-24 => {\"date\":\"1-01-24\"}",
                "%{DATE:date} => 29.11.2024 => {\"date\":\"29.11.2024\"}",
                "%{DATESTAMP:dt} => 29-11-2024 14:30:00 => {\"dt\":\"29-11-2024 14:30:00\"}",
                "%{ISO8601_TIMEZONE:tz} => -530 => {\"tz\":\"-530\"}",
                "%{TIMESTAMP_ISO8601:t} => 23-5-1T1:25+5:30 => {\"t\":\"23-5-1T1:25+5:30\"}",
                "%{TIMESTAMP_ISO8601:t} => 2023-05-15T14:30:00+05:30 => {\"t\":\"2023-05-15T14:30:00+05:30\"}",
                "%{DATESTAMP_RFC822:t} => Mon January 15 2023 14:30:00 PST => {\"t\":\"Mon January 15 2023 14:30:00 PST\"}",
                "%{DATESTAMP_RFC2822:t} => Mon, 15 May 2023 14:30:00 +0530 => {\"t\":\"Mon, 15 May 2023 14:30:00 +0530\"}",
                "%{DATESTAMP_OTHER:t} => Mon May 15 14:30:00 PST 2023 => {\"t\":\"Mon May 15 14:30:00 PST 2023\"}",
                "%{DATESTAMP_EVENTLOG:t} => 20230515143000 => {\"t\":\"20230515143000\"}",
                "%{LOGLEVEL:l} => INFO => {\"l\":\"INFO\"}",
                "%{HTTPDATE:d} => 23/Nov/2024:14:30:00 +0640 => {\"d\":\"23/Nov/2024:14:30:00 +0640\"}",
                "%{SYSLOGTIMESTAMP:t} => Nov 29 14:30:00 => {\"t\":\"Nov 29 14:30:00\"}",
                "%{SYSLOGPROG:p} => user.profile/settings-page[1234] => {\"p\":\"user.profile/settings-page[1234]\","
                        + "\"program\":\"user.profile/settings-page\",\"pid\":\"1234\"}",
                "%{SYSLOGFACILITY:s} => <13.6> => {\"s\":\"<13.6>\",\"facility\":\"13\",\"priority\":\"6\"}",
                "%{NUMBER:version} %{HOSTNAME:hostname} %{NOTSPACE:status} %{QUOTEDSTRING:logMsg} => 293750"
                        + " server-01.internal-network.local OK \"[Thread-000] token generated\" => {\"version\":\"293750\","
                        + "\"hostname\":\"server-01.internal-network.local\",\"status\":\"OK\","
                        + "\"logMsg\":\"[Thread-000] token generated\"}",
                "%{IP:client.ip} %{WORD:method} %{URIPATHPARAM:request.uri} %{NUMBER:response.status} %{NUMBER:response.bytes}"
                        + " => 192.168.1.1 GET /index.html?param=value 200 1234 => {\"client\":{\"ip\":\"192.168.1.1\"},"
                        + "\"method\":\"GET\",\"request\":{\"uri\":\"/index.html?param=value\"},"
                        + "\"response\":{\"status\":\"200\",\"bytes\":\"1234\"}}",
                "%{NUMBER:timestamp} [%{NUMBER:db} %{IP:client_ip}:%{NUMBER:client_port}] %{GREEDYDATA:data} =>"
                        + " 1629860738.123456 [0 127.0.0.1:6379] \"SET\" \"key1\" => {\"timestamp\":\"1629860738.123456\","
                        + "\"db\":\"0\",\"client_ip\":\"127.0.0.1\",\"client_port\":\"6379\","
                        + "\"data\":\"\\\"SET\\\" \\\"key1\\\"\"}",
                "%{APACHE_ACCESS_LOG} => 127.0.0.1 - - [03/Aug/2023:12:34:56 +0000] \"GET /page.html HTTP/1.1\" 200 1234 =>"
                        + " {\"request\":\"/page.html\",\"http_method\":\"GET\",\"status_code\":200,\"http_version\":\"1.1\","
                        + "\"response_size\":1234,\"remote_host\":\"127.0.0.1\",\"timestamp\":\"2023-08-03T12:34:56Z\"}",
                "%{NGINX_ACCESS_LOG} => 192.168.1.100 - Foo [03/Aug/2023:12:34:56 +0000] \"GET /account/login.html"
                        + " HTTP/1.1\" 200 42 \"https://www.amazon.com/\" \"Mozilla/5.0 (X11)\" =>"
                        + " {\"request\":\"/account/login.html\",\"referrer\":\"https://www.amazon.com/\","
                        + "\"agent\":\"Mozilla/5.0 (X11)\",\"http_method\":\"GET\",\"status_code\":200,"
                        + "\"auth_user\":\"Foo\",\"http_version\":\"1.1\",\"response_size\":42,"
                        + "\"remote_host\":\"192.168.1.100\",\"timestamp\":\"2023-08-03T12:34:56Z\"}",
                "%{SYSLOG5424} => <165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47"
                        + " [exampleSDID@32473 iut=\"3\"][examplePriority@32473 class=\"high\"] =>"
                        + " {\"pri\":165,\"version\":1,\"timestamp\":\"2003-10-11T22:14:15.003Z\","
                        + "\"hostname\":\"mymachine.example.com\",\"app\":\"evntslog\",\"msg_id\":\"ID47\","
                        + "\"structured_data\":\"exampleSDID@32473 iut=\\\"3\\\"\","
                        + "\"message\":\"[examplePriority@32473 class=\\\"high\\\"]\"}",
            })
    void findsFieldsByGrok(String match, String message, String expected) {
        assertThat(transformed("{\"grok\":" + Json.write(Map.of("match", match)) + "}", message))
                .isEqualTo(read(expected));
    }
}
