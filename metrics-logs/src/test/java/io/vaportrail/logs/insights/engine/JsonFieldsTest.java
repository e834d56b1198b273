package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields read straight from bytes. */
class JsonFieldsTest {
    private static Object[] read(String text, String... paths) {
        JsonFields fields = new JsonFields();
        for (int i = 0; i < paths.length; i++) {
            fields.want(paths[i], i);
        }
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
        Object[] slots = new Object[paths.length];
        fields.read(bytes, 2, bytes.length - 4, slots);
        return slots;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "[{\"a\":1}]",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":1,\"b\":\"open}",
                "{\"a\":1,\"b\":[1,2}",
                "{\"a\":\"\\x\"}",
                "{a:1}",
            })
    void hasNoFieldsWhenItIsNoObject(String text) {
        assertThat(read(text, "a")).containsExactly((Object) null);
    }

    @Test
    void takesTheLastOfTwoAndLooksAtWhatIsEscaped() {
        assertThat(read(" {\"a\":1,\"a\":2,\"\\u0062\":\"x\\ny\",\"c\":{}} ", "a", "b", "c"))
                .containsExactly("2", "x\ny", null);
        assertThat(read("{\"a\":{\"b\":true,\"c\":[1,[2,3]]},\"a.d\":null}", "a.b", "a.c.1.0", "a.d", "a"))
                .containsExactly(true, "2", null, null);
        assertThat(read("[".repeat(1_000), "a")).containsExactly((Object) null);
        assertThat(read("{\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + ",\"a\":1}", "a"))
                .containsExactly((Object) null);
    }

    /** Against the reader of the emulator, on random objects. */
    @Test
    void agreesWithAnotherReader() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String text = Json.write(object(random, 0));
            Map<String, String> expected = EventRecord.discovered(false, text);
            List<String> paths = new ArrayList<>(expected.keySet());
            Object[] values = read(text, paths.toArray(String[]::new));
            for (int p = 0; p < paths.size(); p++) {
                assertThat(Values.text(values[p]))
                        .as("%s of %s", paths.get(p), text)
                        .isEqualTo(expected.get(paths.get(p)));
            }
        }
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            members.put("k" + i + (random.nextBoolean() ? "\u00e9\"" : ""), value(random, depth));
        }
        return members;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> random.nextInt(1_000_000) - 500_000;
            case 1 -> "t\n\\\"" + random.nextInt(100) + "\ud83d\ude00";
            case 2 -> random.nextBoolean();
            case 3 -> random.nextInt(1000) + 0.25;
            case 4 -> object(random, depth + 1);
            default -> List.of(value(random, depth + 1), value(random, depth + 1));
        };
    }
}
