package io.vaportrail.core.transport;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vaportrail.core.http.HttpHandler;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Puts the requests of one connection together, and refuses what is no request or exceeds a limit. */
final class RequestReader {
    private static final byte[] NO_BODY = new byte[0];
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int URI_TOO_LONG = 414;
    private static final int EXPECTATION_FAILED = 417;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final int VERSION_NOT_SUPPORTED = 505;

    private final HttpConnection connection;
    private final ServerSettings settings;
    private final HttpHandler handler;
    private final OriginGuard guard;
    private final BodyBudget budget;
    private @Nullable Message message;

    /** A request of which the head is there. */
    private record Message(
            io.netty.handler.codec.http.HttpRequest head, HttpRequest request, BodyBuffer body, int limit) {
        boolean http10() {
            return head.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
    }

    RequestReader(HttpConnection connection, Connections server) {
        this.connection = connection;
        this.settings = server.settings();
        this.handler = server.handler();
        this.guard = server.guard();
        this.budget = server.bodies();
    }

    /** Whether a head was read and the end of its body was not. */
    boolean midRequest() {
        return message != null;
    }

    /** Forgets the request that is being read. */
    void drop() {
        Message dropped = message;
        if (dropped != null) {
            dropped.body.release();
            message = null;
        }
    }

    /** Takes the next part; its buffer stays the caller's. */
    void read(HttpObject part) {
        if (part instanceof io.netty.handler.codec.http.HttpRequest head) {
            begin(head);
        }
        Message current = message;
        if (current != null && part instanceof HttpContent content) {
            add(current, content);
        }
    }

    private void begin(io.netty.handler.codec.http.HttpRequest head) {
        String host = head.headers().get(HttpHeaderNames.HOST);
        Refusal refusal = check(head, host);
        String target = refusal == null ? originForm(head.uri()) : "/";
        if (target == null) {
            refusal = new Refusal(
                    BAD_REQUEST, "request target: " + head.uri() + " (expected: a path, or an http address)");
            target = "/";
        }
        HttpRequest request = request(head, target, NO_BODY);
        if (refusal != null) {
            connection.refuse(request, text(refusal));
            return;
        }
        long announced = HttpUtil.getContentLength(head, -1L);
        int plainLimit = limit(head, request, announced);
        long limit = BodyDecoding.rawLimit(head, plainLimit);
        if (announced > limit) {
            refuse(request, BodyException.tooLarge(plainLimit));
            return;
        }
        message = new Message(head, request, new BodyBuffer(budget, limit, announced), plainLimit);
        if (HttpUtil.is100ContinueExpected(head)) {
            connection.sendContinue();
        }
    }

    /** What a body may be long; only one that is or may become longer than most is worth asking what it is. */
    private int limit(io.netty.handler.codec.http.HttpRequest head, HttpRequest request, long announced) {
        boolean mayBeLong =
                announced > settings.maxBodyBytes() || announced < 0 && HttpUtil.isTransferEncodingChunked(head);
        return mayBeLong && handler.takesStream(request) ? settings.maxStreamBytes() : settings.maxBodyBytes();
    }

    private record Refusal(int status, String reason) {}

    private @Nullable Refusal check(io.netty.handler.codec.http.HttpRequest head, @Nullable String host) {
        if (head.decoderResult().isFailure()) {
            return malformed(head.decoderResult());
        }
        HttpVersion version = head.protocolVersion();
        if (version.majorVersion() != 1) {
            return new Refusal(VERSION_NOT_SUPPORTED, "version: " + version + " (expected: HTTP/1.1 or HTTP/1.0)");
        }
        if (host == null && version.minorVersion() > 0 || sentTwice(head)) {
            return new Refusal(BAD_REQUEST, "Host: " + (host == null ? "absent" : "sent twice") + " (expected: one)");
        }
        if (isCodedOtherwise(head)) {
            return new Refusal(BAD_REQUEST, "Transfer-Encoding: more than one coding (expected: chunked alone)");
        }
        String expect = head.headers().get(HttpHeaderNames.EXPECT);
        if (expect != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)) {
            return new Refusal(EXPECTATION_FAILED, "Expect: " + expect + " (expected: 100-continue)");
        }
        OriginGuard.Refusal foreign = guard.refusal(
                head.headers(), host == null ? "" : host, connection.origin().scheme());
        return foreign == null || foreign.admissible() && isAdmitted(head)
                ? null
                : new Refusal(FORBIDDEN, foreign.reason());
    }

    private boolean isAdmitted(io.netty.handler.codec.http.HttpRequest head) {
        String target = originForm(head.uri());
        return target != null && handler.admitsPage(request(head, target, NO_BODY));
    }

    private static boolean sentTwice(io.netty.handler.codec.http.HttpRequest head) {
        Iterator<String> hosts = head.headers().valueStringIterator(HttpHeaderNames.HOST);
        if (hosts.hasNext()) {
            hosts.next();
        }
        return hosts.hasNext();
    }

    /** Chunks of something that was coded before would be taken for the body itself; other codings the decoder refuses. */
    private static boolean isCodedOtherwise(io.netty.handler.codec.http.HttpRequest head) {
        Iterator<String> codings = head.headers().valueStringIterator(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.hasNext()
                && (!HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.next().trim())
                        || codings.hasNext());
    }

    private Refusal malformed(DecoderResult result) {
        if (result.cause() instanceof TooLongHttpLineException) {
            return new Refusal(
                    URI_TOO_LONG,
                    "request line: too long (expected: at most " + settings.maxRequestLineBytes() + " bytes)");
        }
        if (result.cause() instanceof TooLongHttpHeaderException) {
            return new Refusal(
                    HEADERS_TOO_LARGE,
                    "headers: too large (expected: at most " + settings.maxHeaderBytes() + " bytes)");
        }
        return new Refusal(BAD_REQUEST, "request: malformed (expected: HTTP/1.1)");
    }

    private void add(Message current, HttpContent content) {
        try {
            if (content.decoderResult().isFailure()) {
                throw BodyException.unreadable("The chunks of the request body are malformed.");
            }
            current.body.add(content.content());
            if (content instanceof LastHttpContent) {
                finish(current);
            }
        } catch (BodyException e) {
            refuse(current.request, e);
        }
    }

    private void finish(Message current) throws BodyException {
        byte[] body = current.body.toArray();
        HttpRequest request = current.request;
        if (body.length > 0) {
            byte[] plain = BodyDecoding.decode(current.head, body, current.limit);
            request = new HttpRequest(
                    request.method(), request.path(), request.query(), request.headers(), plain, request.origin());
        }
        drop();
        connection.dispatch(request, current.http10(), !HttpUtil.isKeepAlive(current.head));
    }

    private void refuse(HttpRequest request, BodyException problem) {
        connection.refuse(request, handler.refuse(request, problem.status(), problem.reason()));
    }

    private static HttpResponse text(Refusal refusal) {
        return HttpResponse.text(refusal.status, "text/plain; charset=utf-8", refusal.reason + "\n");
    }

    private HttpRequest request(io.netty.handler.codec.http.HttpRequest head, String target, byte[] body) {
        int mark = target.indexOf('?');
        return new HttpRequest(
                head.method().name(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                new NettyHeaders(head.headers()),
                body,
                connection.origin());
    }

    /** The path and query of a target, which proxies' clients send with scheme and host before it (RFC 9112, section 3.2). */
    private static @Nullable String originForm(String uri) {
        if (uri.startsWith("/") || uri.equals("*")) {
            return uri;
        }
        int authority = uri.indexOf("://");
        if (authority < 0 || !uri.regionMatches(true, 0, "http", 0, 4)) {
            return null;
        }
        int path = uri.indexOf('/', authority + 3);
        int query = uri.indexOf('?', authority + 3);
        if (path >= 0 && (query < 0 || path < query)) {
            return uri.substring(path);
        }
        return query < 0 ? "/" : "/" + uri.substring(query);
    }
}
