package io.vaportrail.trail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {
    private static final String RECORD = """
            {"eventName":"SendMessage","eventTime":"2026-03-09T14:05:06Z","readOnly":false,
             "userIdentity":{"type":"IAMUser","userName":"sarah","accountId":"000000000000",
              "sessionContext":{"attributes":{"mfaAuthenticated":"true"}}},
             "requestParameters":{"queueName":"orders","delaySeconds":5,"text":"it's * \\\\ \\"q\\"","big":12345678901234567890,
              "attributes":{"VisibilityTimeout":"30","Ratio":"0.50","odd key":"v","0":"zero"},
              "names":["All","Some"],"none":[],"empty":null,"in":"keyword","pairs":[[1,2],[3]],
              "entries":[{"id":"a","delay":1},{"id":"b","delay":9}],"high":"\\uD83D\\uDE00","bmp":"\\uFF5E"},
             "responseElements":null,
             "resources":[{"type":"AWS::SQS::Queue","ARN":"arn:aws:sqs:eu-west-1:111122223333:orders"}]}""";

    private static boolean test(String where) {
        Set<String> all = Set.of(
                "eventName",
                "eventTime",
                "readOnly",
                "userIdentity",
                "requestParameters",
                "responseElements",
                "resources");
        return Where.parse(where).expression().test(new MapSubject(RecordTree.read(RECORD, all)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eventName = 'SendMessage' | true",
                "eventName = \"SendMessage\" | true",
                "eventName = 'sendmessage' | false",
                "eventName != 'SendMessage' | false",
                "eventName != 'x' | true",
                "errorCode != 'x' | true",
                "errorCode = 'x' | false",
                "errorCode exists | false",
                "errorCode not exists | true",
                "not errorCode exists | true",
                "errorCode = null | true",
                "errorCode != null | false",
                "responseElements exists | false",
                "responseElements = null | true",
                "requestParameters exists | true",
                "requestParameters = null | false",
                "requestParameters = 'x' | false",
                "requestParameters != 'x' | true",
                "requestParameters.empty exists | false",
                "requestParameters.none exists | false",
                "requestParameters.none[] exists | false",
                "requestParameters.names exists | true",
                "requestParameters.names = 'Some' | true",
                "requestParameters.names[] = 'Some' | true",
                "requestParameters.names[0] = 'Some' | false",
                "requestParameters.names[1] = 'Some' | true",
                "requestParameters.names[2] exists | false",
                "requestParameters.names[99999] exists | false",
                "requestParameters.names != 'Some' | false",
                "requestParameters.names not in ('Some', 'x') | false",
                "requestParameters.queueName[0] exists | false",
                "requestParameters.queueName[] exists | false",
                "requestParameters.pairs = 3 | true",
                "requestParameters.pairs[0] = 3 | false",
                "requestParameters.pairs[1] = 3 | true",
                "requestParameters.pairs[][1] = 2 | true",
                "requestParameters.entries.id = 'b' | true",
                "requestParameters.entries[].id = 'b' | true",
                "requestParameters.entries[0].id = 'b' | false",
                "requestParameters.entries.id = 'a' and requestParameters.entries.delay = 9 | true",
                "resources[].ARN like 'arn:aws:sqs:*:orders' | true",
                "resources.ARN like '*invoices' | false",
                "resources['ARN'] exists | true",
                "requestParameters.attributes['odd key'] = 'v' | true",
                "requestParameters['attributes'].VisibilityTimeout = '30' | true",
                "requestParameters.attributes['0'] = 'zero' | true",
                "requestParameters.in = 'keyword' | true",
                "requestParameters.delaySeconds = 5 | true",
                "requestParameters.delaySeconds = 5.0 | true",
                "requestParameters.delaySeconds = '5' | true",
                "requestParameters.delaySeconds = '5.0' | false",
                "requestParameters.delaySeconds > 4 | true",
                "requestParameters.delaySeconds >= 5 | true",
                "requestParameters.delaySeconds < 5 | false",
                "requestParameters.delaySeconds <= -0.5 | false",
                "requestParameters.attributes.VisibilityTimeout > 9 | true",
                "requestParameters.attributes.VisibilityTimeout > '9' | false",
                "requestParameters.attributes.Ratio = 0.5 | true",
                "requestParameters.attributes.Ratio = '0.5' | false",
                "requestParameters.queueName > 5 | false",
                "requestParameters.queueName <= 5 | false",
                "requestParameters.big = 12345678901234567890 | true",
                "requestParameters.big = 12345678901234567891 | false",
                "userIdentity.accountId = '000000000000' | true",
                "userIdentity.accountId = 0 | true",
                "readOnly = false | true",
                "readOnly = 'false' | true",
                "readOnly = true | false",
                "userIdentity.sessionContext.attributes.mfaAuthenticated = true | true",
                "eventTime >= '2026-03-09T14:05:06Z' and eventTime < '2026-03-10' | true",
                "requestParameters.high > '\uFF5E' | true",
                "requestParameters.bmp < '\uD83D\uDE00' | true",
                "eventName in ('x', 'SendMessage') | true",
                "eventName in ('x') | false",
                "eventName not in ('x') | true",
                "requestParameters.delaySeconds in (1, 5, true, 'x') | true",
                "eventName like 'Send*' | true",
                "eventName like '*' | true",
                "eventName like '*end*age' | true",
                "eventName like 'SendMessage' | true",
                "eventName like 'Send' | false",
                "eventName like 'Message*' | false",
                "eventName like 'S*e*e*e*' | true",
                "eventName like 'SendMessage*SendMessage' | false",
                "eventName not like 'Send*' | false",
                "errorCode like '*' | false",
                "requestParameters.text like 'it''s \\* \\\\ *' | true",
                "requestParameters.text like '*\\*q*' | false",
                "requestParameters.text = \"it's * \\ \"\"q\"\"\" | true",
                "eventName = 'a' or eventName = 'b' and eventName = 'SendMessage' | false",
                "eventName = 'SendMessage' or eventName = 'a' and eventName = 'b' | true",
                "(eventName = 'SendMessage' or eventName = 'a') and eventName = 'b' | false",
                "not eventName = 'a' and eventName = 'SendMessage' | true",
                "not (eventName = 'a' or eventName = 'SendMessage') | false",
                "NOT NOT eventName LIKE 'S*' AND userIdentity.userName IN ('sarah') OR errorCode EXISTS | true",
            })
    void means(String where, boolean expected) {
        assertThat(test(where)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "`` | 1 | the end (expected: a field like eventName, not, or an opening ()",
                "eventName | 10 | the end (expected: =, !=, <, <=, >, >=, in, like, exists or not)",
                "eventName = | 12 | the end (expected: a text in quotes, a number, true, false or null)",
                "eventName = SendMessage | 13 | SendMessage (expected: a text in quotes, a number, true, false or null)",
                "eventName == 'x' | 12 | = (expected: a text in quotes, a number, true, false or null)",
                "eventName <> 'x' | 12 | > (expected: a text in quotes or a number)",
                "eventName ! 'x' | 11 | ! (expected: a field, an operator, a text in quotes or a number)",
                "eventName = 'x | 13 | a text without an end (expected: a closing ')",
                "eventName = 'x' eventName = 'y' | 17 | eventName (expected: and, or, or the end)",
                "eventName = 'x' and | 20 | the end (expected: a field like eventName, not, or an opening ()",
                "eventName = 'x' && readOnly = true | 17 | & (expected: a field, an operator, a text in quotes or a number)",
                "(eventName = 'x' | 17 | the end (expected: and, or, or a closing ))",
                "eventName = 'x') | 16 | ) (expected: and, or, or the end)",
                "() | 2 | ) (expected: a field like eventName, not, or an opening ()",
                "'eventName' = 'x' | 1 | 'eventName' (expected: a field like eventName, not, or an opening ()",
                "eventname = 'x' | 1 | eventname (expected: eventName)",
                "userIdentity.username = 'x' | 14 | username (expected: userName)",
                "userIdentity['username'] = 'x' | 14 | 'username' (expected: userName)",
                "tlsDetails.version = 'x' | 12 | version (expected: one of cipherSuite, clientProvidedHostHeader, keyExchange, tlsVersion)",
                "eventName.x = 'x' | 11 | x (expected: eventName has no fields)",
                "eventName[0] = 'x' | 10 | [ (expected: eventName is not a list)",
                "userIdentity[] exists | 13 | [ (expected: userIdentity is not a list)",
                "requestParameters. = 'x' | 20 | = (expected: the name of a field; other keys go in brackets like ['a key'])",
                "requestParameters.0 = 'x' | 19 | 0 (expected: the name of a field; other keys go in brackets like ['a key'])",
                "requestParameters[x] = 'x' | 19 | x (expected: ], an index like 0, or a key in quotes)",
                "requestParameters[-1] = 'x' | 19 | -1 (expected: ], an index like 0, or a key in quotes)",
                "requestParameters[0.5] = 'x' | 19 | 0.5 (expected: ], an index like 0, or a key in quotes)",
                "requestParameters[99999999999] = 'x' | 19 | 99999999999 (expected: ], an index like 0, or a key in quotes)",
                "requestParameters[0 = 'x' | 21 | = (expected: a closing ])",
                "eventName < true | 13 | true (expected: a text in quotes or a number)",
                "eventName < null | 13 | null (expected: a text in quotes or a number)",
                "eventName in 'x' | 14 | 'x' (expected: an opening ( and values)",
                "eventName in () | 15 | ) (expected: a text in quotes, a number, true or false)",
                "eventName in ('x' 'y') | 19 | 'y' (expected: a comma or a closing ))",
                "eventName in ('x', null) | 20 | null (expected: a text in quotes, a number, true or false)",
                "eventName like 5 | 16 | 5 (expected: a text like 'ord*')",
                "eventName not = 'x' | 15 | = (expected: in, like or exists)",
                "eventName matches 'x' | 11 | matches (expected: =, !=, <, <=, >, >=, in, like, exists or not)",
                "eventName = 12x | 13 | 12x (expected: a number like 12 or -0.5 of up to 64 characters, or a text in quotes)",
                "not | 4 | the end (expected: a field like eventName, not, or an opening ()",
                "eventName = 'x'; drop | 16 | ; (expected: a field, an operator, a text in quotes or a number)",
                "eventName \u0007 = 1 | 11 | ? (expected: a field, an operator, a text in quotes or a number)",
                "eventName = 😀 | 13 | 😀 (expected: a field, an operator, a text in quotes or a number)",
            })
    void refuses(String where, int position, String rest) {
        assertThatExceptionOfType(WhereSyntaxException.class)
                .isThrownBy(() -> Where.parse(where))
                .withMessage("where, character " + position + ": " + rest)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void boundsLengthAndDepth() {
        String condition = "eventName = 'x'";
        assertThat(test("(".repeat(64) + condition + ")".repeat(64))).isFalse();
        assertThat(test("not ".repeat(64) + condition)).isFalse();
        assertThatExceptionOfType(WhereSyntaxException.class)
                .isThrownBy(() -> Where.parse("(".repeat(65) + condition + ")".repeat(65)))
                .withMessageContaining("no more than 64 brackets");
        assertThatExceptionOfType(WhereSyntaxException.class)
                .isThrownBy(() -> Where.parse("not ".repeat(2000) + condition))
                .withMessageContaining("no more than 64 brackets");
        assertThatExceptionOfType(WhereSyntaxException.class)
                .isThrownBy(() -> Where.parse("(".repeat(8193)))
                .withMessage("where, character 8193: 8193 characters (expected: up to 8192)");
        assertThatExceptionOfType(WhereSyntaxException.class)
                .isThrownBy(() -> Where.parse("eventName = " + "9".repeat(65)))
                .withMessageContaining("up to 64 characters");
    }

    @Test
    void aLongChainIsNoDeepOne() {
        assertThat(test("eventName = 'x'" + " or readOnly = true".repeat(400))).isFalse();
        assertThat(test("eventName = 'SendMessage'" + " and readOnly = false".repeat(380)))
                .isTrue();
    }
}
