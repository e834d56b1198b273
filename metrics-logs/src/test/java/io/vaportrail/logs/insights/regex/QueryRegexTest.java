package io.vaportrail.logs.insights.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the expression and the text: the same place and the same groups as RE2/J finds. */
class QueryRegexTest {
    private static final String[] ATOMS = {
        "a",
        "b",
        "c",
        "k",
        " ",
        "ab",
        "\u00e9",
        "\ud83d\ude00",
        ".",
        "\\d",
        "\\w",
        "\\s",
        "\\D",
        "\\W",
        "\\S",
        "[ab]",
        "[^a]",
        "[a-c\\d]",
        "[^\\s,]",
        "[]x]",
        "\\.",
        "\\[",
        "\\n",
        "}",
        "^",
        "$",
        "\\b",
        "\\B",
        "user=",
        ", "
    };

    private static final String[] REPEATS = {
        "", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,3}?", "{2,}"
    };

    private static final String[] TEXTS = {
        "a",
        "b",
        "c",
        "ab",
        "k",
        "K",
        "\u212a",
        " ",
        "1",
        "22",
        ",",
        ", ",
        "user=",
        "\n",
        "\u00e9",
        "\ud83d\ude00",
        ".",
        "[",
        "]",
        "}",
        "_"
    };

    @Property(tries = 20_000)
    void findsWhatRe2Finds(@ForAll long seed) {
        Random random = new Random(seed);
        String expression = (random.nextInt(8) == 0 ? "(?i)" : "") + expression(random, 3);
        Pattern expected;
        try {
            expected = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return;
        }
        RegexMatcher matcher = QueryRegex.of(expression).matcher();
        for (int i = 0; i < 5; i++) {
            compare(expected, matcher, text(random, random.nextInt(25)));
        }
    }

    private static String expression(Random random, int depth) {
        StringBuilder expression = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            if (depth > 0 && random.nextInt(4) == 0) {
                String[] openings = {
                    "(", "(?:", "(?<n" + random.nextInt(1 << 30) + ">", "(?P<m" + random.nextInt(1 << 30) + ">"
                };
                expression
                        .append(openings[random.nextInt(openings.length)])
                        .append(expression(random, depth - 1))
                        .append(')');
            } else {
                expression.append(ATOMS[random.nextInt(ATOMS.length)]);
            }
            expression.append(REPEATS[random.nextInt(REPEATS.length)]);
            if (random.nextInt(6) == 0) {
                expression.append('|');
            }
        }
        return expression.toString();
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }

    private static void compare(Pattern pattern, RegexMatcher matcher, String text) {
        Matcher expected = pattern.matcher(text);
        boolean found = expected.find();
        byte[] bytes = ("a1" + text + "b2").getBytes(StandardCharsets.UTF_8);
        assertThat(matcher.find(bytes, 2, bytes.length - 4))
                .as("%s in %s", pattern.pattern(), text)
                .isEqualTo(found);
        for (int group = 0; found && group <= pattern.groupCount(); group++) {
            assertThat(matcher.group(group))
                    .as("group %s of %s in %s", group, pattern.pattern(), text)
                    .isEqualTo(expected.group(group));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "took (?<took>[0-9]+) ms",
                "(?i)error|exception",
                "user=(?<user2>.*?), method:(?<method2>.*?),latency := (?<latency2>.*?)",
                "^(?<ip>\\S+) \\S+ \\S+ \\[(?<time>[^\\]]+)\\] \"(?<request>[^\"]*)\" (?<code>\\d{3})",
                ".*\"errorMessage\":\\s*\"(?<errorMessage>.*?)\".*",
                "(?<level>ERROR|WARN|INFO)",
                "\\b(GET|POST) (/[a-z]+)+",
                "((a+)+)+$",
            })
    void doesNotNeedRe2ForUsualOnes(String expression) {
        QueryRegex regex = QueryRegex.of(expression);
        assertThat(regex.isUsual()).isTrue();
        for (String text : new String[] {
            "it took 15 ms", "took ms took 3 ms", "an Exception", "user=ann, method:GET,latency := 5",
                    "aaaaaaaaaaaaaaaaaaaaab",
            "10.0.0.1 - - [18/Nov/2026] \"GET /a HTTP/1.1\" 200 5", "x \"errorMessage\": \"no\", y\n", "GET /a/b/c",
                    "WARN low", ""
        }) {
            compare(Pattern.compile(expression), regex.matcher(), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"(a*)*", "(?s).a", "\\pL", "[[:alpha:]]", "[\u00e9-\u00ea]", "x(?i)y", "\\x41", "\\Qa.b\\E"})
    void leavesTheRestToRe2(String expression) {
        QueryRegex regex = QueryRegex.of(expression);
        assertThat(regex.isUsual()).isFalse();
        compare(Pattern.compile(expression), regex.matcher(), "xya aaaaaa \u00e9 A a.b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "(?<@ip>[0-9.]+) => @ip=1",
                "(?P<@a>x)(?<b>y)(?<at_a>z) => @a=1 at_a=3 b=2",
                "[(?<@x>]+(?<@y>1) => @y=1",
                "\\(?<@no>|\\[(?<@yes>1) => @yes=1",
            })
    void takesGroupsThatAreNamedAsFields(String expression, String names) {
        QueryRegex regex = QueryRegex.of(expression);
        StringJoiner shown = new StringJoiner(" ");
        new TreeMap<>(regex.namedGroups()).forEach((name, number) -> shown.add(name + "=" + number));
        assertThat(shown).hasToString(names);
        assertThat(regex.matcher().find("[1.1] xyz <@no> x1")).isTrue();
    }

    /** What would take a search that tries all there is for ever. */
    @Test
    void givesUpInTimeAndLetsRe2Find() {
        for (String expression : new String[] {"(a|aa)+$", "(a+a+)+b", "a[ab]*[ab]*[ab]*c", "[a-z]+1"}) {
            QueryRegex regex = QueryRegex.of(expression);
            assertThat(regex.isUsual()).isTrue();
            compare(Pattern.compile(expression), regex.matcher(), "a".repeat(2_000) + "!");
        }
    }

    @Test
    void findsWordsInAnyPlace() {
        for (int before = 0; before < 20; before++) {
            byte[] text = ("x".repeat(before) + "yneedle").getBytes(StandardCharsets.UTF_8);
            byte[] needle = "needle".getBytes(StandardCharsets.UTF_8);
            assertThat(Bytes.indexOf(text, 0, text.length, needle)).isEqualTo(before + 1);
            assertThat(Bytes.indexOf(text, 0, text.length - 1, needle)).isEqualTo(-1);
            assertThat(Bytes.indexOf(text, before + 2, text.length, needle)).isEqualTo(-1);
        }
        assertThat(Bytes.indexOf(new byte[0], 0, 0, new byte[] {1})).isEqualTo(-1);
        assertThat(Bytes.indexOf(new byte[0], 0, 0, new byte[0])).isZero();
    }
}
