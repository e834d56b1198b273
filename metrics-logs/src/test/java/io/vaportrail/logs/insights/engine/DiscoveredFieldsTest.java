package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of logs that are no JSON. */
class DiscoveredFieldsTest {
    private static final String FLOW =
            "2 111122223333 eni-0a1b 10.0.0.5 198.51.100.7 44321 443 6 12 4012 1794998400 1794998460 ACCEPT OK";
    private static final String DNS =
            "1.0 2026-11-18T10:40:00.130Z Z123412341234 shop.example AAAA NOERROR UDP FRA6 192.0.2.1 -";
    private static final String ID = "8fc6f963-411b-58b5-8483-a32130c0f45d";
    private static final String REPORT = "REPORT RequestId: " + ID + "\tDuration: 201.67 ms\tBilled Duration: 202 ms\t"
            + "Memory Size: 2048 MB\tMax Memory Used: 81 MB\tInit Duration: 480.25 ms\t\n"
            + "XRAY TraceId: 1-61c86fa4-59b3c6d959653c527fd10966\tSegmentId: 107ea78a5750a811\tSampled: true\t\n";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "srcAddr => 10.0.0.5; nothing; nothing",
                "dstPort + 1 => 444; nothing; nothing",
                "bytes => 4012; nothing; nothing",
                "concat(action, logStatus) => ACCEPTOK; ; ",
                "version => 2; 1.0; nothing",
                "protocol => 6; UDP; nothing",
                "queryName => nothing; shop.example; nothing",
                "ednsClientSubnet => nothing; -; nothing",
                "queryTimestamp => nothing; 2026-11-18T10:40:00.130Z; nothing",
                "@type => nothing; nothing; nothing",
            })
    void readsFlowsAndQueriesForNames(String expression, String values) throws QuerySyntaxException {
        String[] expected = values.split(";", -1);
        String[] messages = {FLOW, DNS, "2 words that are neither"};
        for (int i = 0; i < messages.length; i++) {
            assertThat(Queries.valueOf(expression, messages[i]))
                    .as("%s of %s", expression, messages[i])
                    .isEqualTo(expected[i].strip());
        }
    }

    @Test
    void readsWhatLambdaReports() throws QuerySyntaxException {
        Queries lambda = Queries.ofGroup(
                "/aws/lambda/shop",
                "START RequestId: " + ID + " Version: $LATEST\n",
                "2026-11-18T10:40:00.000Z\t" + ID + "\tINFO\tsold {\"sku\":\"a}1\",\"@n\":{\"x\":2}} twice",
                "END RequestId: " + ID + "\n",
                REPORT);

        assertThat(lambda.rows("filter @type = 'REPORT' | display @requestId, @duration, @billedDuration, @memorySize,"
                        + " @maxMemoryUsed, @initDuration, @xrayTraceId, @xraySegmentId"))
                .containsExactly("@requestId=" + ID + " @duration=201.67 @billedDuration=202 @memorySize=2048000000"
                        + " @maxMemoryUsed=81000000 @initDuration=480.25"
                        + " @xrayTraceId=1-61c86fa4-59b3c6d959653c527fd10966 @xraySegmentId=107ea78a5750a811");
        assertThat(lambda.rows("stats count(*) as n by @requestId")).containsExactly("@requestId=" + ID + " n=4");
        assertThat(lambda.rows("filter ispresent(sku) | display sku, @@n.x, @type"))
                .containsExactly("sku=a}1 @@n.x=2");
        assertThat(lambda.rows("stats sum(@maxMemoryUsed / @memorySize * 100) as used"))
                .containsExactly("used=3.9551");
    }

    @Test
    void readsThemOnlyInTheLogsOfFunctions() throws QuerySyntaxException {
        assertThat(Queries.over(REPORT).rows("fields @type, @duration")).containsExactly("");
        assertThat(Queries.over("text {\"a\":1}").rows("fields a")).containsExactly("");
    }

    @Test
    void tellsFieldsOfJsonWithAnAtFromItsOwn() throws QuerySyntaxException {
        Queries json = Queries.over("{\"@type\":\"x\",\"@message\":\"y\"}");

        assertThat(json.rows("fields @@type, @@message, @type")).containsExactly("@@type=x @@message=y");
        assertThat(EventRecord.discovered(false, "{\"@type\":\"x\"}")).containsEntry("@@type", "x");
    }

    @Test
    void recordsThemAll() {
        assertThat(EventRecord.discovered(false, FLOW)).hasSize(14).containsEntry("interfaceId", "eni-0a1b");
        assertThat(EventRecord.discovered(false, DNS)).hasSize(10).containsEntry("hostZoneId", "Z123412341234");
        assertThat(EventRecord.discovered(true, REPORT)).containsEntry("@memorySize", "2048000000");
    }
}
