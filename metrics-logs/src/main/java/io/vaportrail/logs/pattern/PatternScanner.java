package io.vaportrail.logs.pattern;

/** Goes through the text of a pattern. */
final class PatternScanner {
    /** What {@link #peek()} gives at the end. */
    static final char END = '\0';

    private final String text;
    private int position;
    private int regexes;

    PatternScanner(String text) {
        this.text = text;
    }

    char peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    char peekAt(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    int position() {
        return position;
    }

    int regexes() {
        return regexes;
    }

    void skip(int characters) {
        position += characters;
    }

    void skipSpace() {
        while (!atEnd() && isSpace(peek())) {
            position++;
        }
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Takes the text if it comes next. */
    boolean take(String expected) {
        if (text.startsWith(expected, position)) {
            position += expected.length();
            return true;
        }
        return false;
    }

    /** Takes a word in capitals if it comes next, and only as a whole. */
    boolean takeWord(String word) {
        if (text.startsWith(word, position) && !Character.isLetterOrDigit(peekAt(word.length()))) {
            position += word.length();
            return true;
        }
        return false;
    }

    void expect(String expected) throws PatternSyntax {
        if (!take(expected)) {
            throw wrong("'" + expected + "'");
        }
    }

    PatternSyntax wrong(String expected) {
        return new PatternSyntax(expected, position);
    }

    /** What stands between double quotes, of which the first comes next. A backslash escapes what follows it. */
    String quoted() throws PatternSyntax {
        expect("\"");
        StringBuilder content = new StringBuilder();
        while (!atEnd()) {
            char c = text.charAt(position++);
            if (c == '"') {
                return content.toString();
            }
            if (c == '\\' && !atEnd()) {
                c = text.charAt(position++);
            }
            content.append(c);
        }
        throw wrong("'\"'");
    }

    /** The regular expression between percent signs, of which the first comes next. */
    Regex regex() throws PatternSyntax {
        expect("%");
        int start = position;
        int end = text.indexOf('%', start);
        if (end < 0) {
            throw wrong("'%'");
        }
        position = end + 1;
        regexes++;
        return Regex.of(text.substring(start, end), start);
    }

    /** As many characters as the alphabet says. */
    String run(Alphabet alphabet) {
        int start = position;
        while (!atEnd() && alphabet.has(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** A set of characters. */
    @FunctionalInterface
    interface Alphabet {
        boolean has(char c);
    }

    static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
