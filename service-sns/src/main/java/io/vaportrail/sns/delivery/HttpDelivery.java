package io.vaportrail.sns.delivery;

import io.vaportrail.core.http.client.HttpCall;
import io.vaportrail.core.http.client.HttpSender;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Delivers over HTTP. Each subscription has a lane: a few requests under way, the rest in a bounded backlog. What fails for the
 * server's fault is tried again as the delivery policy says; what fails for another goes to the dead-letter queue at once.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">HTTP/S endpoints</a>
 */
final class HttpDelivery {
    private static final Duration TIMEOUT = Duration.ofSeconds(SnsLimits.HTTP_SECONDS);
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String POLICY = "DeliveryPolicy";

    private final HttpSender http;
    private final EmulatorClock clock;
    private final Ids ids;
    private final Topics topics;
    private final DeadLetters deadLetters;
    private final DeliveryListener listener;
    private final Map<Subscription, HttpLane> lanes = new ConcurrentHashMap<>();

    /** How many bytes wait or are under way. Another counter after a reset: what was dropped then never comes to be taken off. */
    private volatile AtomicLong waitingBytes = new AtomicLong();

    HttpDelivery(
            HttpSender http,
            EmulatorClock clock,
            Ids ids,
            Topics topics,
            DeadLetters deadLetters,
            DeliveryListener listener) {
        this.ids = ids;
        this.http = http;
        this.clock = clock;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.listener = listener;
    }

    /** A message on its way. */
    private final class Delivery implements HttpLane.Task {
        private final Subscription subscription;
        private final @Nullable Notification notification;
        private final String body;
        private final HttpCall call;
        private final RetryPolicy retries;
        private final HttpLane lane;
        private final AtomicLong counted;
        private int retried;

        Delivery(
                HttpLane lane,
                Subscription subscription,
                @Nullable Notification notification,
                String body,
                HttpCall call,
                RetryPolicy retries,
                AtomicLong counted) {
            this.lane = lane;
            this.counted = counted;
            this.subscription = subscription;
            this.notification = notification;
            this.body = body;
            this.call = call;
            this.retries = retries;
        }

        @Override
        public void run(Runnable ended) {
            if (notification != null && subscription.deleted()) {
                done();
                ended.run();
                return;
            }
            send().whenComplete((status, error) -> {
                try {
                    answered(error == null ? status : 0, error);
                } finally {
                    ended.run();
                }
            });
        }

        /** Sends, and once again with name and password if the endpoint asks for them; both are one attempt. */
        private CompletionStage<Integer> send() {
            HttpCredentials credentials = HttpCredentials.of(subscription.endpoint());
            if (credentials == null) {
                return http.send(call);
            }
            return http.exchange(call).thenCompose(answer -> {
                String authorization = answer.status() == UNAUTHORIZED
                        ? credentials.authorization(answer.challenges(), call.uri(), call.body(), ids)
                        : null;
                if (authorization == null) {
                    return CompletableFuture.completedStage(answer.status());
                }
                List<HttpCall.Header> headers = new ArrayList<>(call.headers());
                headers.add(new HttpCall.Header("Authorization", authorization));
                return http.send(new HttpCall(call.uri(), headers, call.body(), call.timeout()));
            });
        }

        private void answered(int status, @Nullable Throwable error) {
            if (status >= 200 && status < 300) {
                done();
                if (notification != null) {
                    listener.delivered(subscription, notification, new Outcome(status, "HTTP " + status, retried + 1));
                }
                return;
            }
            String why =
                    error == null ? "HTTP " + status : Failures.cause(error).toString();
            Outcome outcome = new Outcome(status, why, retried + 1);
            boolean again = status < 200 || status >= 500 || status == TOO_MANY_REQUESTS;
            long delay = again ? retries.delayMillis(++retried) : -1;
            if (delay < 0) {
                giveUp(outcome);
                return;
            }
            if (notification != null) {
                listener.failed(subscription, notification, outcome, true);
            }
            clock.schedule(clock.millis() + delay, () -> lane.add(this));
        }

        private void giveUp(Outcome outcome) {
            done();
            if (notification != null) {
                deadLetters.take(subscription, notification, body, outcome);
            }
        }

        private void done() {
            counted.addAndGet(-call.body().length);
            if (lane.leave()) {
                long busyUntil = lane.busyUntilMillis();
                if (busyUntil <= clock.millis()) {
                    lanes.remove(subscription, lane);
                } else {
                    clock.schedule(busyUntil, () -> removeEmpty(subscription, lane));
                }
            }
        }
    }

    private void removeEmpty(Subscription subscription, HttpLane lane) {
        if (lane.isEmpty()) {
            lanes.remove(subscription, lane);
        }
    }

    /** Takes a message to be delivered; returns at once. */
    void deliver(Subscription subscription, Notification notification, String body) {
        DeliveryPolicy policy = policyOf(subscription);
        List<HttpCall.Header> headers =
                headers("Notification", notification.messageId(), notification.topicArn(), policy.contentType());
        headers.add(new HttpCall.Header("x-amz-sns-subscription-arn", subscription.arn()));
        if (subscription.settings().raw()) {
            headers.add(new HttpCall.Header("x-amz-sns-rawdelivery", "true"));
        }
        start(subscription, notification, body, headers, policy);
    }

    /** Takes a message about the subscription itself. */
    void tell(Subscription subscription, String type, String messageId, String body) {
        List<HttpCall.Header> headers =
                headers(type, messageId, subscription.topicArnText(), DeliveryPolicy.PLAIN_TEXT);
        start(subscription, null, body, headers, policyOf(subscription));
    }

    private static List<HttpCall.Header> headers(String type, String messageId, String topicArn, String contentType) {
        List<HttpCall.Header> headers = new ArrayList<>(8);
        headers.add(new HttpCall.Header("x-amz-sns-message-type", type));
        headers.add(new HttpCall.Header("x-amz-sns-message-id", messageId));
        headers.add(new HttpCall.Header("x-amz-sns-topic-arn", topicArn));
        headers.add(new HttpCall.Header("Content-Type", contentType));
        headers.add(new HttpCall.Header("User-Agent", "Amazon Simple Notification Service Agent"));
        headers.add(new HttpCall.Header("Accept-Encoding", "gzip,deflate"));
        return headers;
    }

    private void start(
            Subscription subscription,
            @Nullable Notification notification,
            String body,
            List<HttpCall.Header> headers,
            DeliveryPolicy policy) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpCall call = new HttpCall(HttpCredentials.address(subscription.endpoint()), headers, bytes, TIMEOUT);
        HttpLane lane = lanes.computeIfAbsent(subscription, key -> new HttpLane());
        AtomicLong counted = waitingBytes;
        Delivery delivery = new Delivery(lane, subscription, notification, body, call, policy.retries(), counted);
        boolean fits = counted.addAndGet(bytes.length) <= SnsLimits.HTTP_BACKLOG_BYTES;
        if (fits && lane.join()) {
            Integer perSecond = notification == null ? null : policy.maxReceivesPerSecond();
            long now = clock.millis();
            long at = perSecond == null ? now : lane.slotMillis(now, perSecond);
            if (at <= now) {
                lane.add(delivery);
            } else {
                clock.schedule(at, () -> lane.add(delivery));
            }
        } else {
            counted.addAndGet(-bytes.length);
            if (notification != null) {
                deadLetters.take(subscription, notification, body, Outcome.refused(0, "backlog full"));
            }
        }
    }

    private DeliveryPolicy policyOf(Subscription subscription) {
        Topic topic = topics.find(subscription.topicArn());
        return DeliveryPolicy.of(
                topic == null ? "" : topic.attribute(POLICY, ""),
                subscription.settings().attributes().getOrDefault(POLICY, ""));
    }

    /** Forgets what waits. */
    void reset() {
        lanes.clear();
        waitingBytes = new AtomicLong();
    }
}
