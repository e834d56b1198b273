package io.vaportrail.trail.view;

import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.store.TrailStore;
import java.nio.charset.StandardCharsets;

/**
 * Somebody who follows the trail. One that does not keep up gets nothing until it has read what it has, then a notice of how much it
 * missed and what is new from there; one that reads nothing for a minute is let go. Served by one thread at a time.
 */
final class Follower {
    /** Bytes sent in one piece, roughly. */
    private static final int PIECE = 16 * 1024;

    /** Records looked at in one go, so that followers take turns. */
    private static final int TURN = 2000;

    /** How often a client that does not read is looked after, about a minute. */
    static final int PATIENCE = 1200;

    private static final byte[] PROBE = new byte[0];

    private final TrailStore store;
    private final TrailFilter filter;
    private final FollowFormat format;
    private final ResponseStream stream;
    private final StringBuilder piece = new StringBuilder();
    private volatile TrailPosition position;
    private boolean lagging;
    private int waited;

    /** What became of a follower. */
    enum State {
        /** It goes on. */
        FOLLOWING,
        /** It was let go. */
        GONE
    }

    Follower(TrailStore store, TrailFilter filter, FollowFormat format, ResponseStream stream, TrailPosition start) {
        this.store = store;
        this.filter = filter;
        this.format = format;
        this.stream = stream;
        this.position = start;
    }

    /** Whether there are records that this follower has not seen. */
    boolean isBehind() {
        TrailPosition end = store.end();
        return end.management() > position.management() || end.data() > position.data();
    }

    /** Sends what is new. */
    State serve() {
        if (lagging && !catchUp()) {
            return waited > PATIENCE ? letGo() : State.FOLLOWING;
        }
        noticeLoss();
        int left = TURN;
        try (TrailCursor cursor = store.oldestFirst(position)) {
            StoredCall call = cursor.next();
            while (call != null && left-- > 0 && !lagging) {
                position = cursor.position();
                if (filter.test(call)) {
                    format.append(piece, call);
                    sendIfOver(PIECE);
                }
                call = cursor.next();
            }
            if (call == null && !lagging) {
                position = cursor.position();
            }
        }
        sendIfOver(0);
        return State.FOLLOWING;
    }

    void end() {
        stream.end();
    }

    private State letGo() {
        format.appendNotice(piece, "the client does not read; following ends");
        stream.send(takePiece());
        end();
        return State.GONE;
    }

    /** Whether a client that fell behind has read what it has. */
    private boolean catchUp() {
        if (!stream.send(PROBE)) {
            waited++;
            return false;
        }
        TrailPosition end = store.end();
        long missed = Math.max(end.management(), end.data()) - Math.max(position.management(), position.data());
        position = later(position, end);
        lagging = false;
        waited = 0;
        format.appendNotice(piece, "up to " + missed + " records skipped: the client reads too slowly");
        return true;
    }

    private void noticeLoss() {
        TrailPosition readable = store.readableAfter(position);
        if (!readable.equals(position) && !position.equals(TrailPosition.START)) {
            format.appendNotice(piece, "some records skipped: they had to make room for newer ones");
        }
        position = readable;
    }

    private void sendIfOver(int size) {
        if (piece.length() > size && !stream.send(takePiece())) {
            lagging = true;
        }
    }

    private byte[] takePiece() {
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        piece.setLength(0);
        return bytes;
    }

    private static TrailPosition later(TrailPosition one, TrailPosition other) {
        return new TrailPosition(Math.max(one.management(), other.management()), Math.max(one.data(), other.data()));
    }
}
