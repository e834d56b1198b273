package io.vaportrail.core.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.Origin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: hands requests to the handler as they are complete, keeps answers in order, reads no further than it may, and
 * ends. Everything but {@link #execute} runs on the connection's event loop.
 *
 * <p>A client that shuts down its side has left as far as long polls are concerned, or messages would be handed to nobody;
 * requests that are being worked on are still answered.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(HttpConnection.class);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** How long a client that was refused may go on sending, so that it gets to read the answer instead of a reset. */
    private static final long LINGER_MILLIS = 2_000;

    private final Connections server;
    private final RequestReader reader;
    private final AnswerQueue answers;
    private final ArrayDeque<HttpObject> held = new ArrayDeque<>(0);

    // Set once when the connection is opened.
    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext ctx;

    @SuppressWarnings("NullAway.Init")
    private Origin origin;

    private @Nullable Future<?> tick;
    private boolean inRead;
    private boolean flushDue;
    private boolean continueDue;
    private boolean paused;
    private boolean resuming;

    /** What comes in is thrown away. */
    private boolean readingEnded;

    /** A refused request is still coming in. */
    private boolean unread;

    private boolean inputShut;

    /** The connection ends when all that was begun is answered. */
    private boolean draining;

    /** The last answer was sent. */
    private boolean closing;

    private long progress;
    private long progressAtTick;

    HttpConnection(Connections server) {
        this.server = server;
        this.reader = new RequestReader(this, server);
        this.answers = new AnswerQueue(this, server.writer());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        String address = context.channel().remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "127.0.0.1";
        int zone = address.indexOf('%');
        origin = new Origin(zone < 0 ? address : address.substring(0, zone), null);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        server.opened(this);
        scheduleTick();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closing = true;
        readingEnded = true;
        if (tick != null) {
            tick.cancel(false);
        }
        reader.drop();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        answers.abandon();
        server.closed(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        inRead = true;
        if (readingEnded || !(part instanceof HttpObject object)) {
            ReferenceCountUtil.release(part);
        } else if (mustWait()) {
            held.add(object);
            regulate();
        } else {
            read(object);
        }
    }

    private void read(HttpObject part) {
        try {
            reader.read(part);
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        inRead = false;
        if (flushDue) {
            flushDue = false;
            context.flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        progress++;
        regulate();
        if (context.channel().isWritable() && !(answers.isEmpty() && held.isEmpty())) {
            // Not at once: this is told in the midst of writing.
            execute(this::goOn);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
            inputShut();
        } else if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            var session = context.pipeline().get(SslHandler.class).engine().getSession();
            origin =
                    new Origin(origin.remoteAddress(), new Origin.Tls(session.getProtocol(), session.getCipherSuite()));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause instanceof io.netty.handler.codec.DecoderException) {
            log.debug("connection from {} failed", origin.remoteAddress(), cause);
        } else {
            log.error("connection from {} failed", origin.remoteAddress(), cause);
        }
        context.close();
    }

    /** Hands a complete request over. */
    void dispatch(HttpRequest request, boolean http10, boolean close) {
        progress++;
        readingEnded |= close;
        ServerExchange exchange = new ServerExchange(this, request, http10, close);
        answers.add(exchange);
        try {
            server.handler().handle(exchange);
        } catch (RuntimeException | Error e) {
            log.error("{} {} failed", request.method(), request.path(), e);
            exchange.fail();
        }
    }

    /** Answers a request that is not handed over, and ends the connection after it. */
    void refuse(HttpRequest request, HttpResponse response) {
        reader.drop();
        readingEnded = true;
        unread = true;
        ServerExchange exchange = new ServerExchange(this, request, false, true);
        answers.add(exchange);
        exchange.respond(response);
    }

    /** Asks for the body that the client holds back, once it is this request's turn. */
    void sendContinue() {
        continueDue = !answers.isEmpty();
        if (!continueDue) {
            ctx.write(Unpooled.wrappedBuffer(CONTINUE), ctx.voidPromise());
            flushSoon();
        }
    }

    /** An answer went out. */
    void answered() {
        progress++;
        if (closing) {
            return;
        }
        if (!held.isEmpty()) {
            resume();
        }
        if (continueDue && answers.isEmpty()) {
            sendContinue();
        }
        if (paused) {
            regulate();
        }
        if (draining && answers.stuck()) {
            ctx.close();
        }
    }

    /** Whether the connection ends with the answer that was just taken off the queue. */
    boolean lastAnswer() {
        return draining && answers.isEmpty() && held.isEmpty() && (inputShut || !reader.midRequest());
    }

    boolean closing() {
        return closing;
    }

    void flushSoon() {
        if (inRead) {
            flushDue = true;
        } else {
            ctx.flush();
        }
    }

    /** Ends the connection when the last answer is out. */
    void closeAfter(ChannelFuture written) {
        closing = true;
        readingEnded = true;
        written.addListener(done -> {
            if (unread && !inputShut && done.isSuccess()) {
                linger();
            } else {
                ctx.close();
            }
        });
    }

    /** Ends what is done and asks what is going on to end. */
    void drain() {
        draining = true;
        if (answers.isEmpty() && held.isEmpty() && (inputShut || !reader.midRequest())) {
            ctx.close();
            return;
        }
        answers.abandon();
        execute(() -> {
            if (answers.stuck()) {
                ctx.close();
            }
        });
    }

    void close() {
        ctx.close();
    }

    AnswerQueue answers() {
        return answers;
    }

    ChannelHandlerContext context() {
        return ctx;
    }

    Origin origin() {
        return origin;
    }

    boolean inEventLoop() {
        return ctx.executor().inEventLoop();
    }

    /** Has the task run on the event loop, from any thread. */
    void execute(Runnable task) {
        try {
            ctx.executor().execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("the server has stopped before an answer", e);
        }
    }

    void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.error("an action on disconnect failed", e);
        }
    }

    /** The client has read on. */
    private void goOn() {
        answers.ready();
        if (!held.isEmpty()) {
            resume();
        }
        regulate();
    }

    /** A new request waits while there is no room for it; the body of one that was begun is taken. */
    private boolean mustWait() {
        return !held.isEmpty() || !hasRoom() && !reader.midRequest();
    }

    /** Whether fewer requests than may be are being worked on, and the client reads its answers. */
    private boolean hasRoom() {
        return answers.size() < server.settings().maxPipelined()
                && ctx.channel().isWritable();
    }

    private void resume() {
        if (resuming) {
            return;
        }
        resuming = true;
        while (!held.isEmpty() && !closing && (reader.midRequest() || hasRoom())) {
            read(held.poll());
        }
        resuming = false;
    }

    /** Reads on or stops reading: with much to do, or a client that does not read its answers, nothing more is taken in. */
    private void regulate() {
        boolean pause = !closing && (!held.isEmpty() || !ctx.channel().isWritable());
        if (pause != paused) {
            paused = pause;
            ctx.channel().config().setAutoRead(!pause);
        }
    }

    private void inputShut() {
        if (inputShut) {
            return;
        }
        inputShut = true;
        readingEnded = true;
        reader.drop();
        if (closing && unread) {
            ctx.close();
        } else if (!closing) {
            drain();
        }
    }

    private void linger() {
        regulate();
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        if (tls != null) {
            tls.closeOutbound().addListener(done -> shutdownOutput());
        } else {
            shutdownOutput();
        }
        ctx.executor().schedule(this::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void shutdownOutput() {
        if (ctx.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
    }

    private void scheduleTick() {
        progressAtTick = progress;
        tick = ctx.executor()
                .schedule(this::tick, server.settings().idleTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the connection when nothing has moved since the last look and the server is not the one who is waited for. */
    private void tick() {
        boolean atWork =
                !answers.isEmpty() && !reader.midRequest() && ctx.channel().isWritable();
        if (atWork || progress != progressAtTick) {
            scheduleTick();
        } else {
            log.debug("connection from {} timed out", origin.remoteAddress());
            ctx.close();
        }
    }
}
