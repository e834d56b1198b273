package io.vaportrail.core.transport;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.vaportrail.core.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The answers of one connection, sent in the order of the requests whatever order they are made in (RFC 9112, section 9.3.2).
 * Touched on the connection's event loop only.
 */
final class AnswerQueue {
    private final HttpConnection connection;
    private final ResponseWriter writer;
    private final ArrayDeque<ServerExchange> waiting = new ArrayDeque<>(2);

    AnswerQueue(HttpConnection connection, ResponseWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    void add(ServerExchange exchange) {
        waiting.add(exchange);
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the next answer to be sent may never come. */
    boolean stuck() {
        ServerExchange first = waiting.peek();
        return first != null && first.abandoned();
    }

    /** Tells everybody who works on a request of this connection that the client has left, or is to be left. */
    void abandon() {
        for (ServerExchange exchange : List.copyOf(waiting)) {
            exchange.disconnected();
        }
    }

    /**
     * Sends what can be sent. Called when an answer was made or a stream has ended, and when the client has read on: answers that
     * it does not read wait here, where they cost no copy and count as requests that are being worked on.
     */
    void ready() {
        ChannelHandlerContext ctx = connection.context();
        ServerExchange first;
        while (!connection.closing()
                && ctx.channel().isWritable()
                && (first = waiting.peek()) != null
                && send(ctx, first)) {
            connection.answered();
        }
    }

    /** Whether the answer went out to its end. */
    private boolean send(ChannelHandlerContext ctx, ServerExchange exchange) {
        HttpResponse answer = exchange.answer();
        if (answer != null) {
            waiting.poll();
            sendWhole(ctx, exchange, answer);
            return true;
        }
        StreamedResponse stream = exchange.streamed();
        if (stream == null) {
            return false;
        }
        boolean close = exchange.close() || exchange.http10();
        if (!stream.started()) {
            stream.start(ctx, writer, close);
        }
        if (!stream.ended()) {
            return false;
        }
        waiting.poll();
        ChannelFuture written = ctx.writeAndFlush(stream.ending());
        if (close || connection.lastAnswer()) {
            connection.closeAfter(written);
        }
        return true;
    }

    private void sendWhole(ChannelHandlerContext ctx, ServerExchange exchange, HttpResponse answer) {
        boolean close = exchange.close() || connection.lastAnswer() || asksToClose(answer);
        boolean keepAlive10 = exchange.http10() && !close;
        var bytes = writer.whole(ctx.alloc(), answer, exchange.isHead(), close, keepAlive10);
        if (close) {
            connection.closeAfter(ctx.writeAndFlush(bytes));
        } else {
            ctx.write(bytes, ctx.voidPromise());
            connection.flushSoon();
        }
    }

    private static boolean asksToClose(HttpResponse answer) {
        return "close".equalsIgnoreCase(answer.header("Connection"));
    }
}
