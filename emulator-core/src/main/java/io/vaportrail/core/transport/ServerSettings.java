package io.vaportrail.core.transport;

import java.time.Duration;

/**
 * Where the server listens and what it takes.
 *
 * @param host address or name to bind to
 * @param port 0 for any free one, up to 65535
 * @param eventLoops threads that serve connections
 * @param maxBodyBytes the longest body of a request, compressed or not; a longer one is answered 413
 * @param maxStreamBytes the longest body of a request that carries a stream, such as an object of S3; at least maxBodyBytes
 * @param maxRequestLineBytes the longest first line of a request; a longer one is answered 414
 * @param maxHeaderBytes all headers of a request together; more is answered 431
 * @param maxConnections open at the same time; one more is answered 503 and closed
 * @param maxPipelined requests of one connection that are worked on at the same time; more wait unread
 * @param idleTimeout how long a connection may do nothing, and a request may take to arrive; the connection is closed after
 *     between one and two times this time
 * @param grace how long stopping waits for requests that are being worked on
 */
public record ServerSettings(
        String host,
        int port,
        int eventLoops,
        int maxBodyBytes,
        int maxStreamBytes,
        int maxRequestLineBytes,
        int maxHeaderBytes,
        int maxConnections,
        int maxPipelined,
        Duration idleTimeout,
        Duration grace) {

    /** The longest body unless set otherwise: a full SQS batch of 1 MiB with every character escaped fits well. */
    public static final int DEFAULT_MAX_BODY_BYTES = 16 << 20;

    /** The longest stream unless set otherwise: parts of the size that SDKs choose for files of some gigabytes. */
    public static final int DEFAULT_MAX_STREAM_BYTES = 128 << 20;

    private static final int KIB = 1024;
    private static final int FEWEST_LOOPS = 2;
    private static final int MOST_LOOPS = 4;

    /** Checks every value. */
    public ServerSettings {
        between("port", port, 0, 65_535);
        between("eventLoops", eventLoops, 1, 256);
        between("maxBodyBytes", maxBodyBytes, 1, 1 << 30);
        between("maxStreamBytes", maxStreamBytes, maxBodyBytes, 1 << 30);
        between("maxRequestLineBytes", maxRequestLineBytes, 64, 1 << 20);
        between("maxHeaderBytes", maxHeaderBytes, 64, 1 << 20);
        between("maxConnections", maxConnections, 1, 1 << 20);
        between("maxPipelined", maxPipelined, 1, 1 << 10);
        if (idleTimeout.isNegative() || idleTimeout.isZero()) {
            throw new IllegalArgumentException("idleTimeout: " + idleTimeout + " (expected: above zero)");
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace: " + grace + " (expected: zero or above)");
        }
    }

    /** The defaults for an address. */
    public static ServerSettings of(String host, int port) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ServerSettings(
                host,
                port,
                Math.max(FEWEST_LOOPS, Math.min(MOST_LOOPS, cores)),
                DEFAULT_MAX_BODY_BYTES,
                DEFAULT_MAX_STREAM_BYTES,
                16 * KIB,
                32 * KIB,
                16 * KIB,
                16,
                Duration.ofSeconds(120),
                Duration.ofMillis(1_500));
    }

    /** The same with another limit for bodies. */
    public ServerSettings withMaxBodyBytes(int bytes) {
        return new ServerSettings(
                host,
                port,
                eventLoops,
                bytes,
                Math.max(bytes, maxStreamBytes),
                maxRequestLineBytes,
                maxHeaderBytes,
                maxConnections,
                maxPipelined,
                idleTimeout,
                grace);
    }

    /** The same with another limit for streams. */
    public ServerSettings withMaxStreamBytes(int bytes) {
        return new ServerSettings(
                host,
                port,
                eventLoops,
                maxBodyBytes,
                bytes,
                maxRequestLineBytes,
                maxHeaderBytes,
                maxConnections,
                maxPipelined,
                idleTimeout,
                grace);
    }

    /** The same with another limit for connections. */
    public ServerSettings withMaxConnections(int connections) {
        return new ServerSettings(
                host,
                port,
                eventLoops,
                maxBodyBytes,
                maxStreamBytes,
                maxRequestLineBytes,
                maxHeaderBytes,
                connections,
                maxPipelined,
                idleTimeout,
                grace);
    }

    /** The same with another limit for pipelined requests. */
    public ServerSettings withMaxPipelined(int requests) {
        return new ServerSettings(
                host,
                port,
                eventLoops,
                maxBodyBytes,
                maxStreamBytes,
                maxRequestLineBytes,
                maxHeaderBytes,
                maxConnections,
                requests,
                idleTimeout,
                grace);
    }

    /** The same with other times. */
    public ServerSettings withTimes(Duration newIdleTimeout, Duration newGrace) {
        return new ServerSettings(
                host,
                port,
                eventLoops,
                maxBodyBytes,
                maxStreamBytes,
                maxRequestLineBytes,
                maxHeaderBytes,
                maxConnections,
                maxPipelined,
                newIdleTimeout,
                newGrace);
    }

    private static void between(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + min + " to " + max + ")");
        }
    }
}
