package io.vaportrail.logs.event;

import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.store.EventCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The event that the next page begins with.
 *
 * @param issuedMillis when the token was made, in milliseconds since 1970
 * @param groupHash which group it is about
 * @param timestamp of the event
 * @param streamNumber of its stream
 * @param ordinal of the event in its stream
 */
record FilterToken(long issuedMillis, int groupHash, long timestamp, long streamNumber, long ordinal) {
    private static final int PARTS = 5;

    static FilterToken at(EventCursor cursor, long nowMillis) {
        int group = cursor.stream().group().arn().hashCode();
        return new FilterToken(
                nowMillis, group, cursor.timestamp(), cursor.stream().number(), cursor.ordinal());
    }

    String text() {
        String plain = issuedMillis + ":" + groupHash + ":" + timestamp + ":" + streamNumber + ":" + ordinal;
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, or too old, or another group's
     */
    static FilterToken parse(String text, int groupHash, long nowMillis) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", PARTS);
            if (parts.length == PARTS) {
                FilterToken token = new FilterToken(
                        Long.parseLong(parts[0]),
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]),
                        Long.parseLong(parts[4]));
                if (token.groupHash == groupHash
                        && nowMillis - token.issuedMillis <= LogsLimits.TOKEN_LIFE.toMillis()) {
                    return token;
                }
            }
        } catch (IllegalArgumentException e) {
            throw LogsErrors.invalidToken();
        }
        throw LogsErrors.invalidToken();
    }

    /** Whether an event goes before the one that the token stands for. */
    boolean isBehind(EventCursor cursor) {
        int byTime = Long.compare(cursor.timestamp(), timestamp);
        int byStream = Long.compare(cursor.stream().number(), streamNumber);
        return byTime != 0 ? byTime < 0 : byStream != 0 ? byStream < 0 : cursor.ordinal() < ordinal;
    }
}
