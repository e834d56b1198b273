package io.vaportrail.metrics.widget;

import java.util.Arrays;

/** Pixels to draw on; what lies outside is not drawn. Colours are 0xRRGGBB. */
final class Canvas {
    private static final int BYTE = 0xff;

    private final int width;
    private final int height;
    private final int[] pixels;

    Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        Arrays.fill(pixels, background);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    void set(int x, int y, int colour) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            pixels[y * width + x] = colour;
        }
    }

    /** Mixes the colour in; cover is from 0 to 1. */
    private void blend(int x, int y, int colour, double cover) {
        if (x >= 0 && x < width && y >= 0 && y < height && cover > 0) {
            int old = at(x, y);
            int mixed = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int from = old >> shift & BYTE;
                int to = colour >> shift & BYTE;
                mixed |= (int) Math.round(from + (to - from) * Math.min(1, cover)) << shift;
            }
            set(x, y, mixed);
        }
    }

    void fill(int left, int top, int right, int bottom, int colour, double cover) {
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                blend(x, y, colour, cover);
            }
        }
    }

    /** A line of about two pixels, with soft edges. */
    void line(double fromX, double fromY, double toX, double toY, int colour) {
        double length = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        boolean flat = Math.abs(toX - fromX) >= Math.abs(toY - fromY);
        int steps = (int) Math.min(length, (double) width + height);
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            double x = fromX + (toX - fromX) * share;
            double y = fromY + (toY - fromY) * share;
            for (int offset = -1; offset <= 2; offset++) {
                int nearX = flat ? (int) Math.round(x) : (int) Math.floor(x) + offset;
                int nearY = flat ? (int) Math.floor(y) + offset : (int) Math.round(y);
                double distance = flat ? Math.abs(nearY - y) : Math.abs(nearX - x);
                blend(nearX, nearY, colour, 1.5 - distance);
            }
        }
    }

    /** Text with its upper left corner there. */
    void text(int x, int y, String text, int colour) {
        for (int i = 0; i < text.length(); i++) {
            for (int row = 0; row < BitmapFont.HEIGHT; row++) {
                for (int column = 0; column < BitmapFont.WIDTH; column++) {
                    if (BitmapFont.isSet(text.charAt(i), column, row)) {
                        set(x + i * BitmapFont.ADVANCE + column, y + row, colour);
                    }
                }
            }
        }
    }
}
