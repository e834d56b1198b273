package io.vaportrail.core.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vaportrail.core.http.HttpHandler;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.time.MachineTimer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves HTTP/1.1, plain and over TLS on the same port.
 *
 * <p>A connection's bytes pass {@code TlsSniffer} (which leaves), Netty's decoder, and {@code HttpConnection}, which hands whole
 * requests to the {@link HttpHandler} and sends the answers in order.
 */
public final class HttpServer {
    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
    private static final int BACKLOG = 1024;
    private static final byte[] FULL =
            "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSettings settings;
    private final TlsContext tls;
    private final OriginGuard guard;
    private final ResponseWriter writer;
    private final EventLoops loops;
    private @Nullable Channel listener;
    private volatile @Nullable Connections connections;

    /**
     * A server that does not listen yet.
     *
     * @param settings where to listen and what to take
     * @param clock the machine's clock, for the Date header
     * @param certificates where the certificate for TLS comes from
     * @param publicUrl the address that clients use, from which browsers may send, or {@code null} when it is not known
     */
    public HttpServer(
            ServerSettings settings, MachineClock clock, CertificateSource certificates, @Nullable String publicUrl) {
        this.settings = settings;
        this.tls = new TlsContext(certificates);
        this.guard = new OriginGuard(publicUrl);
        this.writer = new ResponseWriter(new DateHeader(clock));
        this.loops = EventLoops.of(settings.eventLoops());
    }

    /** Timers on the threads that serve connections; ready before the server listens. */
    public MachineTimer timer() {
        return loops;
    }

    /** How many connections are open. */
    public int connections() {
        Connections current = connections;
        return current == null ? 0 : current.count();
    }

    /**
     * Listens.
     *
     * @return the address, with the port that was chosen
     * @throws IOException when the address cannot be had; the server is then stopped
     */
    public synchronized InetSocketAddress start(HttpHandler handler) throws IOException {
        if (listener != null) {
            throw new IllegalStateException("start: called twice (expected: once)");
        }
        Connections opened = new Connections(settings, handler, guard, writer, BodyBudget.ofHeap());
        ChannelFuture bound =
                bootstrap(opened).bind(settings.host(), settings.port()).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.stop();
            throw new IOException(
                    "listen: " + settings.host() + ":" + settings.port() + ", " + reason(bound.cause())
                            + " (expected: a free port and an address of this machine)",
                    bound.cause());
        }
        connections = opened;
        listener = bound.channel();
        return (InetSocketAddress) bound.channel().localAddress();
    }

    /** What the system says, without the name of its function that Netty puts before it. */
    private static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? "unknown host" : cause.getMessage();
        int prefix = message.indexOf("): ");
        return prefix < 0 ? message : message.substring(prefix + "): ".length());
    }

    private ServerBootstrap bootstrap(Connections opened) {
        return new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        open(channel, opened);
                    }
                });
    }

    private void open(Channel channel, Connections opened) {
        if (opened.full()) {
            log.warn(
                    "connections: {} (expected: at most {}); one more was refused",
                    opened.count(),
                    settings.maxConnections());
            channel.writeAndFlush(Unpooled.wrappedBuffer(FULL)).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        HttpDecoderConfig limits = new HttpDecoderConfig()
                .setMaxInitialLineLength(settings.maxRequestLineBytes())
                .setMaxHeaderSize(settings.maxHeaderBytes());
        channel.pipeline().addLast(new TlsSniffer(tls), new HttpRequestDecoder(limits), new HttpConnection(opened));
    }

    /**
     * Stops listening, has long polls and streams end, waits up to the grace for requests that are being worked on, and closes
     * everything.
     */
    public synchronized void stop() {
        Connections current = connections;
        if (current != null) {
            // Before the listener closes, so that whoever sees it closed sees every answer end its connection.
            current.drain();
        }
        if (listener != null) {
            listener.close().awaitUninterruptibly();
        }
        if (current != null) {
            // Once more, for what was opened in between.
            current.drain();
            current.awaitNone(settings.grace());
            current.closeAll();
        }
        loops.stop();
    }
}
