package io.vaportrail.trail.query;

import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import java.util.Set;
import java.util.function.Predicate;

/** A query on records, parsed. Immutable. */
public final class Where {
    /** The longest query, in characters. */
    public static final int LONGEST = 8192;

    private final Expression expression;
    private final Set<String> fields;

    private Where(Expression expression) {
        this.expression = expression;
        this.fields = expression.fields();
    }

    /**
     * Reads a query.
     *
     * @throws WhereSyntaxException when it is none, or asks for a field that no record has
     */
    public static Where parse(String text) {
        if (text.length() > LONGEST) {
            throw new WhereSyntaxException(LONGEST + 1, text.length() + " characters", "up to " + LONGEST);
        }
        return new Where(new Parser(text).parse());
    }

    /**
     * The query as a test of stored calls. A call whose stored fields decide is not rendered; of others, only the fields asked for are
     * read. Not for an event loop.
     */
    public Predicate<StoredCall> over(RecordRenderer renderer) {
        return call -> expression.test(new CallSubject(call, renderer, fields));
    }

    Expression expression() {
        return expression;
    }
}
