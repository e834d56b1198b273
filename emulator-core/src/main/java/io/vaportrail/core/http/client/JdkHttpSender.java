package io.vaportrail.core.http.client;

import io.vaportrail.core.time.PendingWork;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends with the JDK's client, made when first needed. What is under way counts as pending work, so that moving time waits for it.
 * Bodies of answers are read and thrown away.
 */
public final class JdkHttpSender implements HttpSender {
    /** Requests under way; beyond it sending fails at once. */
    static final int MOST_UNDER_WAY = 512;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 10;

    private final PendingWork pending;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable HttpClient client;

    /** A sender that has sent nothing. */
    public JdkHttpSender(PendingWork pending) {
        this.pending = pending;
    }

    @Override
    public CompletionStage<HttpAnswer> exchange(HttpCall call) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new IOException("HTTP: " + MOST_UNDER_WAY + " requests under way (expected: fewer)"));
        }
        pending.beginOutside();
        CompletableFuture<HttpAnswer> answered;
        try {
            answered =
                    client().sendAsync(request(call), BodyHandlers.discarding()).thenApply(JdkHttpSender::answer);
        } catch (IllegalArgumentException e) {
            answered = CompletableFuture.failedFuture(new IOException("HTTP: " + call.uri() + " cannot be called", e));
        }
        CompletableFuture<HttpAnswer> told = new CompletableFuture<>();
        answered.whenComplete((answer, error) -> {
            underWay.decrementAndGet();
            try {
                if (error == null) {
                    told.complete(answer);
                } else {
                    told.completeExceptionally(error);
                }
            } finally {
                pending.endOutside();
            }
        });
        return told;
    }

    private static HttpAnswer answer(HttpResponse<?> response) {
        int status = response.statusCode();
        return new HttpAnswer(
                status, status == UNAUTHORIZED ? response.headers().allValues("WWW-Authenticate") : List.of());
    }

    private static HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(call.timeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        for (HttpCall.Header header : call.headers()) {
            request.header(header.name(), header.value());
        }
        return request.build();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                        Thread thread = new Thread(task, "vaportrail-http");
                        thread.setDaemon(true);
                        return thread;
                    });
            threads.allowCoreThreadTimeOut(true);
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(threads)
                    .build();
        }
        return client;
    }
}
