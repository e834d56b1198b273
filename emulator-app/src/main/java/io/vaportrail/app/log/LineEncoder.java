package io.vaportrail.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line for each event: time, level, the last part of the logger's name, message; a stack trace on lines of its own. */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];
    private static final int LEVEL_WIDTH = 5;

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        appendTime(line, event.getTimeStamp());
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(Math.max(0, LEVEL_WIDTH - level.length())));
        String logger = event.getLoggerName();
        line.append(' ')
                .append(logger, logger.lastIndexOf('.') + 1, logger.length())
                .append(": ");
        appendVisible(line, String.valueOf(event.getFormattedMessage()));
        line.append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(ThrowableProxyUtil.asString(thrown));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Always with three digits of milliseconds, which {@link Instant#toString} leaves off when they are zero. */
    private static void appendTime(StringBuilder line, long millis) {
        String time =
                Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toString();
        int point = time.length() == "2026-01-01T00:00:00Z".length() ? time.length() - 1 : -1;
        line.append(time, 0, point < 0 ? time.length() : point).append(point < 0 ? "" : ".000Z");
    }

    /** A caller must not be able to forge lines, or to move a terminal's cursor. */
    private static void appendVisible(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t') {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
    }
}
