package io.vaportrail.metrics.alarm.composite;

import io.vaportrail.metrics.alarm.AlarmLimits;
import io.vaportrail.metrics.alarm.state.AlarmArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rule of a composite alarm. NOT binds closer than AND, AND closer than OR.
 *
 * <pre>
 * rule    = all { OR all }
 * all     = one { AND one }
 * one     = NOT one | "(" rule ")" | TRUE | FALSE | state "(" name ")" | AT_LEAST "(" number ["%"] "," [NOT] state "," names ")"
 * state   = ALARM | OK | INSUFFICIENT_DATA
 * names   = "(" name { "," name } ")"
 * </pre>
 */
public final class RuleParser {
    private static final Set<String> STATES = Set.of("ALARM", "OK", "INSUFFICIENT_DATA");

    /** Brackets deeper than this are refused, long before the stack ends. */
    private static final int DEEPEST = 200;

    private static final int HUNDRED = 100;

    private final List<RuleToken> tokens;
    private int next;
    private int depth;

    private RuleParser(List<RuleToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a rule.
     *
     * @throws RuleSyntaxException when it cannot be read, with the place of the first piece that does not fit
     */
    public static Rule parse(String rule) throws RuleSyntaxException {
        List<RuleToken> tokens = RuleTokens.of(rule);
        if (tokens.size() - 1 > AlarmLimits.RULE_ELEMENTS) {
            throw new RuleSyntaxException("Error in AlarmRule [The rule has " + (tokens.size() - 1)
                    + " elements, must be: at most " + AlarmLimits.RULE_ELEMENTS + "]");
        }
        RuleParser parser = new RuleParser(tokens);
        Rule parsed = parser.any();
        if (!parser.peek().is("")) {
            throw parser.unsupported(null);
        }
        return parsed;
    }

    private RuleToken peek() {
        return tokens.get(next);
    }

    private boolean take(String symbol) {
        if (!peek().is(symbol) || symbol.isEmpty()) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String symbol) throws RuleSyntaxException {
        if (!take(symbol)) {
            throw unsupported("'" + symbol + "'");
        }
    }

    private RuleSyntaxException unsupported(@Nullable String expected) {
        RuleToken token = peek();
        String found = token.is("") ? "end of rule" : token.text();
        return new RuleSyntaxException("Error in AlarmRule [Unsupported token '" + found + "' at char "
                + token.position() + (expected == null ? "]" : ", must be: " + expected + "]"));
    }

    private Rule any() throws RuleSyntaxException {
        if (++depth > DEEPEST) {
            throw unsupported("fewer brackets");
        }
        List<Rule> rules = new ArrayList<>();
        do {
            rules.add(all());
        } while (take("OR"));
        depth--;
        return rules.size() == 1 ? rules.get(0) : new Rule.Or(rules);
    }

    private Rule all() throws RuleSyntaxException {
        List<Rule> rules = new ArrayList<>();
        do {
            rules.add(one());
        } while (take("AND"));
        return rules.size() == 1 ? rules.get(0) : new Rule.And(rules);
    }

    private Rule one() throws RuleSyntaxException {
        boolean negated = false;
        while (take("NOT")) {
            negated = !negated;
        }
        Rule rule = operand();
        return negated ? new Rule.Not(rule) : rule;
    }

    private Rule operand() throws RuleSyntaxException {
        if (take("(")) {
            Rule rule = any();
            expect(")");
            return rule;
        }
        if (take("TRUE")) {
            return new Rule.Constant(true);
        }
        if (take("FALSE")) {
            return new Rule.Constant(false);
        }
        if (take("AT_LEAST")) {
            return atLeast();
        }
        String state = state(null);
        expect("(");
        String alarm = name();
        expect(")");
        return new Rule.InState(state, alarm);
    }

    private String state(@Nullable String expected) throws RuleSyntaxException {
        RuleToken token = peek();
        if (token.quoted() || !STATES.contains(token.text())) {
            throw unsupported(expected);
        }
        next++;
        return token.text();
    }

    private String name() throws RuleSyntaxException {
        RuleToken token = peek();
        if (!token.isName() || token.text().isEmpty()) {
            throw unsupported("an alarm name");
        }
        next++;
        return AlarmArn.nameOf(token.text());
    }

    private Rule atLeast() throws RuleSyntaxException {
        expect("(");
        RuleToken threshold = peek();
        int number = number(threshold);
        boolean percent = threshold.text().endsWith("%");
        next++;
        expect(",");
        boolean negated = take("NOT");
        String state = state("'ALARM', 'OK' or 'INSUFFICIENT_DATA'");
        expect(",");
        expect("(");
        List<String> alarms = new ArrayList<>();
        do {
            alarms.add(name());
        } while (take(","));
        RuleToken last = peek();
        expect(")");
        if (!percent && number > alarms.size()) {
            throw new RuleSyntaxException("Error in AlarmRule [Unsupported token '" + threshold.text() + "' at char "
                    + threshold.position() + ", must be: at most the " + alarms.size() + " alarms listed before char "
                    + last.position() + "]");
        }
        expect(")");
        return new Rule.AtLeast(number, percent, negated, state, alarms);
    }

    /** A whole number from 1, or a percentage from 1% to 100%. */
    private int number(RuleToken token) throws RuleSyntaxException {
        boolean percent = token.text().endsWith("%");
        String digits = percent ? token.text().substring(0, token.text().length() - 1) : token.text();
        if (token.quoted() || !digits.matches("[1-9][0-9]{0,2}") || percent && Integer.parseInt(digits) > HUNDRED) {
            throw unsupported("a number or a percentage");
        }
        return Integer.parseInt(digits);
    }
}
