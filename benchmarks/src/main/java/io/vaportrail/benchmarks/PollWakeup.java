package io.vaportrail.benchmarks;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps many long polls open, spread over queues, and tells how long after a send the poll has its message: {@code PollWakeup
 * HOST:PORT POLLS SECONDS}. What it measures includes both ways over loopback and this client.
 */
public final class PollWakeup {
    private static final int QUEUES = 100;
    private static final int SENDS_PER_SECOND = 200;
    private static final int WARM_UP_SENDS = 400;
    private static final int CONNECTING = 64;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final String BODY = "\"Body\":\"";
    private static final String QUEUE_URL = "\"QueueUrl\":\"";
    private static final int PATIENCE_SECONDS = 30;

    private final String host;
    private final int port;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicInteger errors = new AtomicInteger();
    private final String[] queueUrls = new String[QUEUES];
    private final CountDownLatch created = new CountDownLatch(QUEUES);
    private final long[] nanos;
    private int taken;

    private PollWakeup(String address, int seconds) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.nanos = new long[seconds * SENDS_PER_SECOND];
    }

    /** Runs once and prints one line: polls, answers, and the 50th and 99th percentile and the longest wait in milliseconds. */
    public static void main(String[] arguments) throws InterruptedException {
        int polls = Integer.parseInt(arguments[1]);
        PollWakeup run = new PollWakeup(arguments[0], Integer.parseInt(arguments[2]));
        try {
            run.open(polls);
            run.send();
            run.print(polls);
        } finally {
            run.group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private void open(int polls) throws InterruptedException {
        Channel creator = connect(new Creator());
        for (int i = 0; i < QUEUES; i++) {
            post(
                    creator,
                    "CreateQueue",
                    "{\"QueueName\":\"Wakeup" + i
                            + "\",\"Attributes\":{\"VisibilityTimeout\":\"43200\",\"MessageRetentionPeriod\":\"60\"}}");
        }
        if (!created.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("queues missing: " + created.getCount() + " (expected: 0)");
        }
        for (int i = 0; i < polls; i++) {
            Poller poller = new Poller(i % QUEUES);
            Channel channel = connect(poller);
            poller.poll(channel);
            if (i % CONNECTING == 0) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        TimeUnit.SECONDS.sleep(1);
    }

    private void send() throws InterruptedException {
        Channel sender = connect(new Ignore());
        long next = System.nanoTime();
        for (int i = 0; i < WARM_UP_SENDS + nanos.length; i++) {
            next += TimeUnit.SECONDS.toNanos(1) / SENDS_PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            String counted = i < WARM_UP_SENDS ? "-" : "";
            post(
                    sender,
                    "SendMessage",
                    "{\"QueueUrl\":\"" + queueUrls[i % QUEUES] + "\",\"MessageBody\":\"" + counted
                            + System.nanoTime()
                            + "\"}");
        }
        TimeUnit.SECONDS.sleep(1);
    }

    private void print(int polls) {
        long[] sorted = Arrays.copyOf(nanos, taken);
        Arrays.sort(sorted);
        if (taken == 0) {
            System.out.println("polls " + polls + " answers 0 errors " + errors);
            return;
        }
        System.out.printf(
                "polls %d answers %d of %d errors %d p50 %.2f p99 %.2f max %.2f%n",
                polls,
                taken,
                nanos.length,
                errors.get(),
                millis(sorted[taken / 2]),
                millis(sorted[(int) (taken * 0.99)]),
                millis(sorted[taken - 1]));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private Channel connect(SimpleChannelInboundHandler<FullHttpResponse> handler) throws InterruptedException {
        return new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(LONGEST_ANSWER), handler);
                    }
                })
                .connect(host, port)
                .sync()
                .channel();
    }

    private void post(Channel channel, String operation, String json) {
        var request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                "/",
                Unpooled.wrappedBuffer(json.getBytes(StandardCharsets.US_ASCII)));
        request.headers()
                .set("Host", host + ":" + port)
                .set("Content-Type", "application/x-amz-json-1.0")
                .set("X-Amz-Target", "AmazonSQS." + operation)
                .set("Content-Length", json.length());
        channel.writeAndFlush(request);
    }

    private class Ignore extends SimpleChannelInboundHandler<FullHttpResponse> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            if (response.status().code() != 200) {
                errors.incrementAndGet();
            }
        }
    }

    /** Makes the queues, and learns where they are. */
    private final class Creator extends Ignore {
        private int next;

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            super.channelRead0(context, response);
            String text = response.content().toString(StandardCharsets.US_ASCII);
            int start = text.indexOf(QUEUE_URL) + QUEUE_URL.length();
            if (start < QUEUE_URL.length()) {
                throw new IllegalStateException("answer: " + text + " (expected: a QueueUrl)");
            }
            queueUrls[next++] = text.substring(start, text.indexOf('"', start));
            created.countDown();
        }
    }

    /** Polls again after each answer. */
    private final class Poller extends Ignore {
        private final String request;

        Poller(int queue) {
            this.request = "{\"QueueUrl\":\"" + queueUrls[queue] + "\",\"WaitTimeSeconds\":20}";
        }

        void poll(Channel channel) {
            post(channel, "ReceiveMessage", request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            long now = System.nanoTime();
            super.channelRead0(context, response);
            String text = new String(ByteBufUtil.getBytes(response.content()), StandardCharsets.US_ASCII);
            int start = text.indexOf(BODY) + BODY.length();
            if (start >= BODY.length() && text.charAt(start) != '-' && taken < nanos.length) {
                nanos[taken++] = now - Long.parseLong(text.substring(start, text.indexOf('"', start)));
            }
            poll(context.channel());
        }
    }
}
