package io.vaportrail.metrics.alarm.composite;

import java.util.ArrayList;
import java.util.List;

/** Takes a rule apart: brackets, commas, quoted names and words. */
final class RuleTokens {
    private final String rule;
    private final List<RuleToken> tokens = new ArrayList<>();
    private int next;

    private RuleTokens(String rule) {
        this.rule = rule;
    }

    /** The pieces of a rule; the last one is empty and stands for its end. */
    static List<RuleToken> of(String rule) throws RuleSyntaxException {
        RuleTokens reader = new RuleTokens(rule);
        while (reader.readOne()) {
            // goes on to the end
        }
        reader.tokens.add(new RuleToken("", rule.length(), false));
        return reader.tokens;
    }

    private boolean readOne() throws RuleSyntaxException {
        while (next < rule.length() && Character.isWhitespace(rule.charAt(next))) {
            next++;
        }
        if (next == rule.length()) {
            return false;
        }
        char first = rule.charAt(next);
        if (symbol(first)) {
            tokens.add(new RuleToken(String.valueOf(first), next++, false));
        } else if (first == '"') {
            quoted();
        } else {
            word();
        }
        return true;
    }

    private static boolean symbol(char c) {
        return c == '(' || c == ')' || c == ',';
    }

    private void word() {
        int start = next;
        while (next < rule.length() && !symbol(rule.charAt(next)) && !Character.isWhitespace(rule.charAt(next))) {
            next++;
        }
        tokens.add(new RuleToken(rule.substring(start, next), start, false));
    }

    /** A backslash before a quote or a backslash takes that as it is. */
    private void quoted() throws RuleSyntaxException {
        int start = next++;
        StringBuilder name = new StringBuilder();
        while (next < rule.length() && rule.charAt(next) != '"') {
            char c = rule.charAt(next);
            boolean escape = c == '\\'
                    && next + 1 < rule.length()
                    && (rule.charAt(next + 1) == '"' || rule.charAt(next + 1) == '\\');
            if (escape) {
                next++;
            }
            name.append(rule.charAt(next++));
        }
        if (next == rule.length()) {
            throw new RuleSyntaxException("Error in AlarmRule [Unsupported token '" + rule.substring(start)
                    + "' at char " + start + ", must be: a name in quotes]");
        }
        next++;
        tokens.add(new RuleToken(name.toString(), start, true));
    }
}
