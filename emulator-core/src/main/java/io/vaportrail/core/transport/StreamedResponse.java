package io.vaportrail.core.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.core.transport.ResponseWriter.Framing;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An answer that is sent piece by piece. A client that falls {@link #MOST_WAITING} bytes behind is cut off. */
final class StreamedResponse implements ResponseStream {
    /** From here on senders hear that the client does not keep up. */
    static final long WAITING_MARK = 256 * 1024;

    /** More is not kept for a client. */
    static final long MOST_WAITING = 4 * 1024 * 1024;

    /** What a piece costs beside its bytes. */
    private static final int PIECE_COST = 128;

    private final HttpConnection connection;
    private final HttpResponse head;
    private final Framing framing;
    private final AtomicLong waiting = new AtomicLong();

    // Guarded by this.
    private boolean gone;
    private @Nullable Runnable onDisconnect;

    // Touched on the connection's event loop only.
    private final Queue<byte[]> early = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext ctx;
    private boolean ended;

    StreamedResponse(HttpConnection connection, HttpResponse head, Framing framing) {
        this.connection = connection;
        this.head = head;
        this.framing = framing;
        if (head.body().length > 0) {
            early.add(head.body());
            waiting.addAndGet(cost(head.body()));
        }
    }

    @Override
    public boolean send(byte[] piece) {
        if (framing == Framing.NO_BODY || piece.length == 0 || isGone()) {
            return !isGone() && waiting.get() <= WAITING_MARK;
        }
        long total = waiting.addAndGet(cost(piece));
        if (total > MOST_WAITING) {
            waiting.addAndGet(-cost(piece));
            connection.execute(connection::close);
            return false;
        }
        connection.execute(() -> accept(piece));
        return total <= WAITING_MARK;
    }

    @Override
    public void end() {
        connection.execute(() -> {
            ended = true;
            if (ctx != null) {
                connection.answers().ready();
            }
        });
    }

    @Override
    public void onDisconnect(Runnable action) {
        boolean now;
        synchronized (this) {
            now = gone;
            onDisconnect = action;
        }
        if (now) {
            action.run();
        }
    }

    void disconnected() {
        Runnable action;
        synchronized (this) {
            gone = true;
            action = onDisconnect;
            onDisconnect = null;
        }
        if (action != null) {
            connection.runSafely(action);
        }
    }

    private synchronized boolean isGone() {
        return gone;
    }

    private void accept(byte[] piece) {
        if (ended) {
            waiting.addAndGet(-cost(piece));
        } else if (ctx == null) {
            early.add(piece);
        } else {
            write(ctx, piece);
            ctx.flush();
        }
    }

    /** Sends the head and what has gathered; from now on pieces go out as they come. Called when its turn has come. */
    void start(ChannelHandlerContext context, ResponseWriter writer, boolean close) {
        ctx = context;
        context.write(writer.head(context.alloc(), head, close, framing), context.voidPromise());
        byte[] piece;
        while ((piece = early.poll()) != null) {
            write(context, piece);
        }
        context.flush();
    }

    boolean started() {
        return ctx != null;
    }

    boolean ended() {
        return ended;
    }

    /** What ends the body on the wire. */
    ByteBuf ending() {
        return framing == Framing.CHUNKED ? ResponseWriter.lastChunk() : Unpooled.EMPTY_BUFFER;
    }

    private void write(ChannelHandlerContext context, byte[] piece) {
        ByteBuf bytes = framing == Framing.CHUNKED
                ? ResponseWriter.chunk(context.alloc(), piece)
                : Unpooled.wrappedBuffer(piece);
        context.write(bytes).addListener(written -> waiting.addAndGet(-cost(piece)));
    }

    private static long cost(byte[] piece) {
        return piece.length + (long) PIECE_COST;
    }
}
