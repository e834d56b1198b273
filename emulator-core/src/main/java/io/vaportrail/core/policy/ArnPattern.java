package io.vaportrail.core.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * An ARN with wildcards and variables. Each of the six parts is matched on its own, so that a wildcard does not reach over a colon
 * into the next part; what is missing at the end matches anything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
final class ArnPattern {
    private static final int PARTS = 6;

    private final Pattern whole;
    private final List<Pattern> parts;

    private ArnPattern(Pattern whole, List<Pattern> parts) {
        this.whole = whole;
        this.parts = List.copyOf(parts);
    }

    static ArnPattern of(String text, boolean variables) {
        List<Pattern> parts = new ArrayList<>(PARTS);
        if (text.startsWith("arn:")) {
            int from = 0;
            for (int at = 0; at < text.length() && parts.size() < PARTS - 1; at++) {
                int end = variables ? Pattern.variableEnd(text, at) : -1;
                if (end >= 0) {
                    at = end;
                } else if (text.charAt(at) == ':') {
                    parts.add(Pattern.of(text.substring(from, at), variables, true));
                    from = at + 1;
                }
            }
            parts.add(Pattern.of(text.substring(from), variables, true));
        }
        return new ArnPattern(Pattern.of(text, variables, true), parts);
    }

    /** The pattern as written. */
    String text() {
        return whole.text();
    }

    List<String> variableNames() {
        return whole.variableNames();
    }

    boolean matches(String value, RequestContext context) {
        if (parts.isEmpty()) {
            return whole.matches(value, false, context);
        }
        int from = 0;
        for (int i = 0; i < PARTS; i++) {
            int colon = i == PARTS - 1 ? -1 : value.indexOf(':', from);
            if (i < PARTS - 1 && colon < 0) {
                return false;
            }
            String part = colon < 0 ? value.substring(from) : value.substring(from, colon);
            if (i < parts.size() && !parts.get(i).matches(part, false, context)) {
                return false;
            }
            from = colon + 1;
        }
        return true;
    }
}
