package io.vaportrail.core.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.MachineTimer;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve connections, over epoll where it is there, else over NIO, and their timers. A timer costs a place in the
 * heap of one loop.
 */
final class EventLoops implements MachineTimer {
    private final EventLoopGroup group;
    private final Class<? extends ServerChannel> serverChannel;

    private EventLoops(EventLoopGroup group, Class<? extends ServerChannel> serverChannel) {
        this.group = group;
        this.serverChannel = serverChannel;
    }

    /** So many loops; their threads start when they are first needed. */
    static EventLoops of(int count) {
        ThreadFactory threads = new DefaultThreadFactory("vaportrail-http", true);
        if (Epoll.isAvailable()) {
            return new EventLoops(
                    new MultiThreadIoEventLoopGroup(count, threads, EpollIoHandler.newFactory()),
                    EpollServerSocketChannel.class);
        }
        return new EventLoops(
                new MultiThreadIoEventLoopGroup(count, threads, NioIoHandler.newFactory()),
                NioServerSocketChannel.class);
    }

    EventLoopGroup group() {
        return group;
    }

    Class<? extends ServerChannel> serverChannel() {
        return serverChannel;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        Future<?> timer = here().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /** The loop of this thread, so that scheduling needs no hop, or any other. */
    private EventExecutor here() {
        for (EventExecutor loop : group) {
            if (loop.inEventLoop()) {
                return loop;
            }
        }
        return group.next();
    }

    void stop() {
        group.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
