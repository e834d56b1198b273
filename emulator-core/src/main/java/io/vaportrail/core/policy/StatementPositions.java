package io.vaportrail.core.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the statements of a policy stand in its text, as the policy simulator counts: from behind what comes before the statement
 * to behind its closing brace, lines and columns from 1.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html">Statement</a>
 */
public final class StatementPositions {
    private static final JsonFactory FACTORY = new JsonFactory();

    private StatementPositions() {}

    /** A place in a text. */
    public record Position(int line, int column) {}

    /** From where to where a statement goes. */
    public record Range(Position start, Position end) {}

    /** The ranges of the statements, in their order. */
    public static List<Range> of(PolicyDocument document) {
        List<Range> ranges = new ArrayList<>(document.statements().size());
        try (JsonParser parser = FACTORY.createParser(document.text())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean statements = parser.currentName().equals("Statement");
                JsonToken value = parser.nextToken();
                if (!statements) {
                    parser.skipChildren();
                } else if (value == JsonToken.START_OBJECT) {
                    ranges.add(range(position(parser), parser));
                } else {
                    readArray(parser, ranges);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("policy: not JSON (expected: it was parsed before)", e);
        }
        return ranges;
    }

    private static void readArray(JsonParser parser, List<Range> into) throws IOException {
        Position before = position(parser);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Range range = range(before, parser);
            into.add(range);
            before = range.end();
        }
    }

    private static Range range(Position start, JsonParser parser) throws IOException {
        parser.skipChildren();
        return new Range(start, position(parser));
    }

    private static Position position(JsonParser parser) {
        JsonLocation location = parser.currentLocation();
        return new Position(location.getLineNr(), location.getColumnNr());
    }
}
