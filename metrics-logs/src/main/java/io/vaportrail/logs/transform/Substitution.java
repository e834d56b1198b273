package io.vaportrail.logs.transform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vaportrail.core.regex.LinearPatterns;
import io.vaportrail.logs.LogsErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A regular expression, run in linear time, and what its matches are replaced by. */
final class Substitution {
    private static final int MOST_REFERENCES = 10;
    private static final int MOST_OF_ONE_GROUP = 2;

    private final Pattern pattern;
    private final List<Piece> pieces;

    private Substitution(Pattern pattern, List<Piece> pieces) {
        this.pattern = pattern;
        this.pieces = pieces;
    }

    /**
     * A part of what matches are replaced by.
     *
     * @param text as it stands, or {@code null}
     * @param group the group whose match stands here, when there is no text
     */
    private record Piece(@Nullable String text, int group) {}

    /**
     * Reads both.
     *
     * @throws io.vaportrail.schema.ServiceException when the expression is malformed, or a group is not there
     */
    static Substitution of(String from, String to) {
        Pattern pattern;
        try {
            pattern = LinearPatterns.compile(from);
        } catch (PatternSyntaxException e) {
            throw LogsErrors.invalid("Invalid transformer: the regular expression '" + from + "' is malformed.");
        }
        List<Piece> pieces = pieces(pattern, to);
        List<Integer> groups = pieces.stream()
                .filter(piece -> piece.text == null)
                .map(Piece::group)
                .toList();
        boolean often = groups.stream().anyMatch(group -> Collections.frequency(groups, group) > MOST_OF_ONE_GROUP);
        if (groups.size() > MOST_REFERENCES || often) {
            throw LogsErrors.invalid("Invalid transformer: '" + to + "' has too many references to groups.");
        }
        return new Substitution(pattern, pieces);
    }

    private static List<Piece> pieces(Pattern pattern, String to) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < to.length()) {
            char c = to.charAt(at++);
            if (c == '\\' && at < to.length()) {
                text.append(to.charAt(at++));
            } else if (c == '$') {
                int end = endOfReference(to, at);
                pieces.add(new Piece(text.toString(), 0));
                text.setLength(0);
                pieces.add(new Piece(null, group(pattern, to, to.substring(at, end))));
                at = end;
            } else {
                text.append(c);
            }
        }
        pieces.add(new Piece(text.toString(), 0));
        return List.copyOf(pieces);
    }

    private static int endOfReference(String to, int start) {
        if (start < to.length() && to.charAt(start) == '{') {
            int close = to.indexOf('}', start);
            return close < 0 ? start : close + 1;
        }
        int end = start;
        while (end < to.length() && Character.isDigit(to.charAt(end)) && end < start + 2) {
            end++;
        }
        return end;
    }

    private static int group(Pattern pattern, String to, String reference) {
        Integer group = reference.startsWith("{")
                ? pattern.namedGroups().get(reference.substring(1, reference.length() - 1))
                : reference.isEmpty() ? null : Integer.valueOf(reference);
        if (group == null || group > pattern.groupCount()) {
            throw LogsErrors.invalid("Invalid transformer: '" + to + "' refers to a group that is not there.");
        }
        return group;
    }

    /** The text with every match replaced. */
    String apply(String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            result.append(text, from, matcher.start());
            for (Piece piece : pieces) {
                String group = piece.text == null ? matcher.group(piece.group) : piece.text;
                result.append(group == null ? "" : group);
            }
            from = matcher.end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
