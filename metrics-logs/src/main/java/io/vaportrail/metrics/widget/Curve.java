package io.vaportrail.metrics.widget;

import io.vaportrail.metrics.math.TimeSeries;

/**
 * A series as it is drawn.
 *
 * @param series the values
 * @param colour 0xRRGGBB
 * @param onRight whether it is measured by the right axis
 */
record Curve(TimeSeries series, int colour, boolean onRight) {
    private static final int[] PALETTE = {
        0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf
    };

    static int palette(int index) {
        return PALETTE[index % PALETTE.length];
    }

    /** The newest value, or 0. */
    double last() {
        return series.size() == 0 ? 0 : series.values()[series.size() - 1];
    }
}
