package io.vaportrail.metrics.widget;

/** Letters of five by eight pixels for printable ASCII; other characters show as question marks. */
final class BitmapFont {
    /** Pixels from one letter's left edge to its right. */
    static final int WIDTH = 5;

    /** Pixels from a letter's top to its bottom, descenders included. */
    static final int HEIGHT = 8;

    /** Pixels from one letter to the next. */
    static final int ADVANCE = 6;

    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final int RADIX = 32;

    /** Eight rows for each letter, top first; a row is a digit to the base of 32, its highest bit the left pixel. */
    private static final String ROWS = ""
            + "0000000044444040aa000000aavavaa04fke5u40pp248jj0cik8lid044000000248884208422248004lel400044v4400"
            + "0000c480000v000000000cc011248gg0ehjlphe04c4444e0eh168gv0eh161he026aiv220vgu11he0egguhhe0v1248880"
            + "ehhehhe0ehhf11e00cc0cc000cc0c480248g842000v0v00084212480eh164040ehnlngf0ehhvhhh0uhhuhhu0ehggghe0"
            + "uhhhhhu0vgguggv0vgguggg0ehgnhhe0hhhvhhh0e44444e072222ic0hikokih0ggggggv0hrllhhh0hpljhhh0ehhhhhe0"
            + "uhhuggg0ehhhlid0uhhukih0fgge11u0v4444440hhhhhhe0hhhhha40hhhllrh0hha4ahh0hha44440v1248gv0e88888e0"
            + "gg842110e22222e04ah000000000000v8400000000e1fhf0gguhhhu000fgggf011fhhhf000ehvge068u8888000fhhf1e"
            + "gguhhhh040c444e0206222icggikoki0c44444e000qllll000uhhhh000ehhhe000uhhugg00fhhf1100moggg000fge1u0"
            + "88u8886000hhhhf000hhha4000hllla000ha4ah000hhhf1e00v248v0688g886044444440o44244o0008l2000";

    private BitmapFont() {}

    static boolean isSet(char character, int column, int row) {
        char known = character < FIRST || character > LAST ? '?' : character;
        int bits = Character.digit(ROWS.charAt((known - FIRST) * HEIGHT + row), RADIX);
        return (bits >> WIDTH - 1 - column & 1) != 0;
    }

    /** How many pixels a text is wide. */
    static int width(String text) {
        return text.length() * ADVANCE;
    }
}
