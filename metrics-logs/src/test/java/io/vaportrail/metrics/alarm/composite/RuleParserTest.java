package io.vaportrail.metrics.alarm.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {
    private static final Map<String, String> STATES = Map.of(
            "a", "ALARM",
            "b", "OK",
            "c", "INSUFFICIENT_DATA",
            "with space", "ALARM",
            "odd (one), \"two\" \\", "ALARM");

    private static boolean holds(String rule) throws RuleSyntaxException {
        return RuleParser.parse(rule).holds(STATES::get);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUE",
                "NOT FALSE",
                "ALARM(a)",
                "ALARM( a )",
                "ALARM(\"a\")",
                "OK(b)",
                "INSUFFICIENT_DATA(c)",
                "NOT ALARM(b)",
                "NOT NOT ALARM(a)",
                "ALARM(a) AND OK(b)",
                "ALARM(b) OR OK(b)",
                "ALARM(a) OR ALARM(b) AND ALARM(c)",
                "NOT (ALARM(b) OR ALARM(c)) AND ((ALARM(a)))",
                "ALARM(\"with space\")",
                "ALARM(\"odd (one), \\\"two\\\" \\\\\")",
                "ALARM(arn:aws:cloudwatch:us-east-1:111122223333:alarm:a)",
                "ALARM(\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:with space\")",
                "AT_LEAST(1, ALARM, (a, b, c))",
                "AT_LEAST(2, NOT ALARM, (a, b, c))",
                "AT_LEAST(50%, ALARM, (a, \"with space\", b, c))",
                "AT_LEAST(100%, ALARM, (a))",
                "(AT_LEAST(34%,NOT OK,(a,b,c)) AND TRUE)\n OR\tFALSE",
            })
    void isTrueFor(String rule) throws RuleSyntaxException {
        assertThat(holds(rule)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FALSE",
                "NOT TRUE",
                "ALARM(b)",
                "ALARM(unknown)",
                "(ALARM(a) OR ALARM(b)) AND ALARM(c)",
                "AT_LEAST(2, ALARM, (a, b, c))",
                "AT_LEAST(51%, ALARM, (a, b))",
                "AT_LEAST(3, NOT ALARM, (a, b, c))",
            })
    void doesNotHold(String rule) throws RuleSyntaxException {
        assertThat(holds(rule)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "()                         | Unsupported token ')' at char 1",
                "ALARM(Oldest Age)          | Unsupported token 'Age' at char 13, must be: ')'",
                "ALARM a                    | Unsupported token 'a' at char 6, must be: '('",
                "alarm(a)                   | Unsupported token 'alarm' at char 0",
                "ALARM(a) ALARM(b)          | Unsupported token 'ALARM' at char 9",
                "ALARM(a) XOR ALARM(b)      | Unsupported token 'XOR' at char 9",
                "ALARM(a) AND               | Unsupported token 'end of rule' at char 12",
                "ALARM()                    | Unsupported token ')' at char 6, must be: an alarm name",
                "ALARM(a                    | Unsupported token 'end of rule' at char 7, must be: ')'",
                "(ALARM(a)                  | Unsupported token 'end of rule' at char 9, must be: ')'",
                "ALARM(\"a)                 | Unsupported token '\"a)' at char 6, must be: a name in quotes",
                "\"ALARM\"(a)               | Unsupported token 'ALARM' at char 0",
                "AT_LEAST(0, ALARM, (a))    | Unsupported token '0' at char 9, must be: a number or a percentage",
                "AT_LEAST(101%, ALARM, (a)) | Unsupported token '101%' at char 9, must be: a number or a percentage",
                "AT_LEAST(1, BAD, (a))      | Unsupported token 'BAD' at char 12, must be: 'ALARM', 'OK' or 'INSUFFICIENT_DATA'",
                "AT_LEAST(1, ALARM, a)      | Unsupported token 'a' at char 19, must be: '('",
                "AT_LEAST(3, ALARM, (a, b)) | Unsupported token '3' at char 9, must be: at most the 2 alarms listed before char 24",
            })
    void saysWhereARuleGoesWrong(String rule, String problem) {
        assertThatThrownBy(() -> RuleParser.parse(rule))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("Error in AlarmRule [" + problem + "]");
    }

    @Test
    void takesUpToFiveHundredElements() throws RuleSyntaxException {
        String most = "TRUE" + " OR TRUE".repeat(249);
        assertThat(holds(most)).isTrue();
        assertThatThrownBy(() -> RuleParser.parse(most + " OR TRUE"))
                .hasMessageContaining("501 elements, must be: at most 500");
    }

    @Test
    void endsBeforeTheStackDoes() {
        assertThatThrownBy(() -> RuleParser.parse("(".repeat(400) + "TRUE"))
                .hasMessageContaining("must be: fewer brackets");
    }

    @Test
    void namesItsAlarms() throws RuleSyntaxException {
        Set<String> names = new LinkedHashSet<>();
        RuleParser.parse("ALARM(a) AND NOT OK(b) OR AT_LEAST(1, ALARM, (c, a)) OR TRUE")
                .names(names);

        assertThat(names).containsExactly("a", "b", "c");
    }
}
