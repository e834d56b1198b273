package io.vaportrail.core.protection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds one kind of sensitive data. Time is linear in the length of the text, whatever the text.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-managed-data-identifiers.html">Managed data
 *     identifiers</a>
 */
public final class DataIdentifier {
    private final String name;
    private final List<Rule> rules;

    /**
     * A form that such data has.
     *
     * @param form what it looks like
     * @param check what else holds for it
     * @param keywords of which one must be near, or {@code null} when none needs to be
     */
    record Rule(Pattern form, Check check, @Nullable Keywords keywords) {}

    DataIdentifier(String name, List<Rule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    /** The name in policies and findings, for example {@code CreditCardNumber}. */
    public String name() {
        return name;
    }

    /** All places where such data is, in order; no two overlap. */
    public List<Detection> find(String text) {
        List<Detection> found = new ArrayList<>();
        for (Rule rule : rules) {
            find(rule, text, found);
        }
        return rules.size() == 1 ? found : Detections.merged(found);
    }

    private static void find(Rule rule, String text, List<Detection> found) {
        Matcher matcher = rule.form().matcher(text);
        Keywords.Places near = null;
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            int start = matcher.start();
            int end = matcher.end();
            from = Math.max(end, from + 1);
            if (end == start || !rule.check().holds(text.substring(start, end))) {
                continue;
            }
            if (rule.keywords() != null) {
                near = near == null ? rule.keywords().places(text) : near;
                if (!near.isNear(start, end)) {
                    continue;
                }
            }
            found.add(new Detection(start, end));
        }
    }
}
