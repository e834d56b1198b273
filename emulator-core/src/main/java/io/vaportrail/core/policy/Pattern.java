package io.vaportrail.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy that may hold wildcards and policy variables. What a variable stands for is never taken for a wildcard.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
final class Pattern {
    private final String text;
    private final List<Part> parts;
    private final boolean variables;

    /** A stretch of codes, or a variable. */
    private record Part(
            int[] codes,
            @Nullable String variable,
            @Nullable String fallback) {}

    private Pattern(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.variables = parts.stream().anyMatch(part -> part.variable() != null);
    }

    /**
     * Compiles a text.
     *
     * @param variables whether <code>${…}</code> stands for something, as it does since version 2012-10-17
     * @param wildcards whether {@code *} and {@code ?} do
     */
    static Pattern of(String text, boolean variables, boolean wildcards) {
        List<Part> parts = new ArrayList<>(1);
        int[] codes = new int[text.length()];
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            int end = variables ? variableEnd(text, at) : -1;
            if (end < 0) {
                codes[length++] = code(text.charAt(at), wildcards);
                at++;
                continue;
            }
            String content = text.substring(at + 2, end);
            if (isEscape(content)) {
                codes[length++] = content.charAt(0);
            } else {
                parts.add(new Part(Arrays.copyOf(codes, length), null, null));
                parts.add(variable(content));
                length = 0;
            }
            at = end + 1;
        }
        parts.add(new Part(Arrays.copyOf(codes, length), null, null));
        return new Pattern(text, parts);
    }

    /** Where the variable that starts here ends, or -1 when none does. */
    static int variableEnd(String text, int at) {
        return text.startsWith("${", at) ? text.indexOf('}', at + 2) : -1;
    }

    private static int code(char c, boolean wildcards) {
        if (!wildcards) {
            return c;
        }
        return switch (c) {
            case '*' -> Glob.ANY;
            case '?' -> Glob.ONE;
            default -> c;
        };
    }

    private static boolean isEscape(String content) {
        return content.length() == 1 && "*?$".indexOf(content.charAt(0)) >= 0;
    }

    /** {@code key} or {@code key, 'default'}. */
    private static Part variable(String content) {
        int comma = content.indexOf(',');
        if (comma < 0) {
            return new Part(new int[0], content.strip(), null);
        }
        String fallback = content.substring(comma + 1).strip();
        boolean quoted = fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
        return new Part(
                new int[0],
                content.substring(0, comma).strip(),
                quoted ? fallback.substring(1, fallback.length() - 1) : null);
    }

    /** The text as written. */
    String text() {
        return text;
    }

    /** The names of the variables, as written. */
    List<String> variableNames() {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (part.variable() != null) {
                names.add(part.variable());
            }
        }
        return names;
    }

    /** Whether the value is one that the pattern describes; a pattern with a variable that has no value describes none. */
    boolean matches(CharSequence value, boolean ignoreCase, RequestContext context) {
        int[] codes = resolve(context);
        return codes != null && Glob.matches(codes, value, ignoreCase);
    }

    /** The text with variables replaced, or {@code null} when one has no value. Only for patterns without wildcards. */
    @Nullable String resolveText(RequestContext context) {
        int[] codes = resolve(context);
        if (codes == null) {
            return null;
        }
        StringBuilder resolved = new StringBuilder(codes.length);
        for (int code : codes) {
            resolved.append((char) code);
        }
        return resolved.toString();
    }

    private int @Nullable [] resolve(RequestContext context) {
        if (!variables) {
            return parts.get(0).codes();
        }
        List<int[]> pieces = new ArrayList<>(parts.size());
        int length = 0;
        for (Part part : parts) {
            int[] piece = part.variable() == null ? part.codes() : valueOf(part.variable(), part.fallback(), context);
            if (piece == null) {
                return null;
            }
            pieces.add(piece);
            length += piece.length;
        }
        int[] codes = new int[length];
        int at = 0;
        for (int[] piece : pieces) {
            System.arraycopy(piece, 0, codes, at, piece.length);
            at += piece.length;
        }
        return codes;
    }

    /** Only keys with one value can stand for a variable. */
    private static int @Nullable [] valueOf(String variable, @Nullable String fallback, RequestContext context) {
        List<String> values = context.values(variable);
        if (values != null && values.size() == 1) {
            return values.get(0).chars().toArray();
        }
        return fallback == null ? null : fallback.chars().toArray();
    }
}
