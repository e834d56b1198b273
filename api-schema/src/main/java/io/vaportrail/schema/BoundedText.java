package io.vaportrail.schema;

/**
 * A text that may be looked at so often and no more. Some regular expressions try, on texts made for it, more ways to match than
 * anybody can wait for; Java's matcher cannot be told when to stop, but it reads through this.
 */
final class BoundedText implements CharSequence {
    private static final int BASE = 2_000_000;
    private static final int PER_CHARACTER = 20;

    private final CharSequence text;
    private long left;

    BoundedText(CharSequence text) {
        this.text = text;
        this.left = BASE + (long) PER_CHARACTER * text.length();
    }

    /** Says that the text was looked at too often. It is no accident but an answer, and has no stack trace. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too many steps", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
