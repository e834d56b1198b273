package io.vaportrail.sns.delivery;

/** Writes JSON text piece by piece, laid out as SNS lays it out. */
final class JsonText {
    private static final char DELETE = 0x7f;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text;
    private boolean first;

    JsonText(int capacity) {
        text = new StringBuilder(capacity).append("{\n");
        first = true;
    }

    /** A text that goes on from a beginning that has members. */
    JsonText(String soFar, int more) {
        text = new StringBuilder(soFar.length() + more).append(soFar);
        first = false;
    }

    JsonText member(String name, String value) {
        begin(name);
        quote(text, value);
        return this;
    }

    /** A member whose value is JSON already. */
    JsonText raw(String name, String json) {
        begin(name);
        text.append(json);
        return this;
    }

    private void begin(String name) {
        text.append(first ? "  " : ",\n  ").append('"').append(name).append("\" : ");
        first = false;
    }

    /** What has been written, to go on from. */
    String soFar() {
        return text.toString();
    }

    String end() {
        return text.append("\n}").toString();
    }

    static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ' || c == DELETE) {
                        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
