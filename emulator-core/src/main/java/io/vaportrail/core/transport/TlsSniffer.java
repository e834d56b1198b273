package io.vaportrail.core.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells TLS from plain HTTP by the first byte of a connection, and then leaves the pipeline. */
final class TlsSniffer extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(TlsSniffer.class);

    /** Content type of a TLS record that starts a handshake (RFC 8446, section 5.1); no HTTP method starts with it. */
    private static final int HANDSHAKE = 22;

    private final TlsContext tls;
    private final Queue<ByteBuf> held = new ArrayDeque<>(1);

    TlsSniffer(TlsContext tls) {
        this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (!held.isEmpty()) {
            held.add(bytes);
        } else if (!bytes.isReadable()) {
            bytes.release();
        } else if (bytes.getByte(bytes.readerIndex()) == HANDSHAKE) {
            startTls(ctx, bytes);
        } else {
            ctx.fireChannelRead(bytes);
            ctx.pipeline().remove(this);
        }
    }

    private void startTls(ChannelHandlerContext ctx, ByteBuf first) {
        held.add(first);
        CompletableFuture<SslContext> context = tls.get();
        SslContext made = context.isCompletedExceptionally() ? null : context.getNow(null);
        if (made != null) {
            replay(ctx, made);
            return;
        }
        ctx.channel().config().setAutoRead(false);
        context.whenComplete((late, failure) -> ctx.executor().execute(() -> arrived(ctx, late, failure)));
    }

    private void arrived(ChannelHandlerContext ctx, @Nullable SslContext context, @Nullable Throwable failure) {
        if (context == null) {
            log.error("no certificate for TLS could be made", failure);
            ctx.close();
        } else if (ctx.channel().isActive()) {
            replay(ctx, context);
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void replay(ChannelHandlerContext ctx, SslContext context) {
        ctx.pipeline().addAfter(ctx.name(), "tls", context.newHandler(ctx.alloc()));
        ByteBuf bytes;
        while ((bytes = held.poll()) != null) {
            ctx.fireChannelRead(bytes);
        }
        ctx.fireChannelReadComplete();
        ctx.pipeline().remove(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
