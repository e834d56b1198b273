package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Delivery over HTTP: confirmation, headers, signatures, retries. */
class HttpDeliveryTest extends SnsTest {
    private static final List<String> SIGNED_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> SIGNED_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final Endpoint endpoint = new Endpoint();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private String subscribeTo(String topic, Map<String, String> attributes) {
        return sns.subscribe(r -> r.topicArn(topic)
                        .protocol("http")
                        .endpoint(endpoint.url())
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    private String confirmed(String topic, Map<String, String> attributes) throws Exception {
        String arn = subscribeTo(topic, attributes);
        follow(String.valueOf(json(endpoint.await(0).body()).get("SubscribeURL")));
        return arn;
    }

    private HttpResponse<String> follow(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String retrying(int delay, int retries) {
        return "{\"healthyRetryPolicy\":{\"minDelayTarget\":" + delay + ",\"maxDelayTarget\":" + delay
                + ",\"numRetries\":" + retries + "}}";
    }

    @Test
    void endpointConfirmsByFollowingTheLink() throws Exception {
        String topic = topic("orders");
        String arn = subscribeTo(topic, Map.of());
        Endpoint.Request asked = endpoint.await(0);
        Map<String, @Nullable Object> message = json(asked.body());

        assertThat(asked.headers())
                .containsEntry("x-amz-sns-message-type", "SubscriptionConfirmation")
                .containsEntry("x-amz-sns-topic-arn", topic)
                .containsEntry("content-type", "text/plain; charset=UTF-8")
                .containsEntry("user-agent", "Amazon Simple Notification Service Agent");
        assertThat(message)
                .containsOnlyKeys(
                        "Type",
                        "MessageId",
                        "Token",
                        "TopicArn",
                        "Message",
                        "SubscribeURL",
                        "Timestamp",
                        "SignatureVersion",
                        "Signature",
                        "SigningCertURL")
                .containsEntry("Type", "SubscriptionConfirmation");
        verify(message, SIGNED_CONFIRMATION);
        assertThat(attributes(arn)).containsEntry("PendingConfirmation", "true");

        HttpResponse<String> answer = follow(String.valueOf(message.get("SubscribeURL")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<SubscriptionArn>" + arn + "</SubscriptionArn>");
        assertThat(attributes(arn))
                .containsEntry("PendingConfirmation", "false")
                .containsEntry("ConfirmationWasAuthenticated", "false");
    }

    private void subscribeBob(String topic) {
        sns.subscribe(
                r -> r.topicArn(topic).protocol("http").endpoint(endpoint.url().replace("//", "//bob:s%20ecret@")));
    }

    @Test
    void nameAndPasswordAreToldWhenAskedFor() {
        endpoint.asking("Basic realm=\"inbox\"");
        subscribeBob(topic("orders"));

        assertThat(endpoint.await(0).headers()).doesNotContainKey("authorization");
        assertThat(endpoint.await(1).headers()).containsEntry("authorization", "Basic Ym9iOnMgZWNyZXQ=");
        assertThat(endpoint.await(1).body()).isEqualTo(endpoint.await(0).body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, '', MD5, false",
        "MD5, auth, MD5, false",
        "MD5, 'auth-int, auth', MD5, false",
        "MD5, auth-int, MD5, false",
        "MD5-sess, auth, MD5, true",
        "SHA-256, auth, SHA-256, false"
    })
    void passwordIsProvenByADigest(String algorithm, String qop, String hash, boolean session) throws Exception {
        String quality = qop.isEmpty() ? "" : ", qop=\"" + qop + "\"";
        endpoint.asking("Basic realm=\"x\", Digest realm=\"in \\\"box\\\"\", nonce=\"n0nce\", opaque=\"op\", algorithm="
                + algorithm + quality);
        subscribeBob(topic("orders"));

        Endpoint.Request told = endpoint.await(1);
        Map<String, String> given = parameters(told.header("authorization"));
        assertThat(given)
                .containsEntry("username", "bob")
                .containsEntry("realm", "in \\\"box\\\"")
                .containsEntry("nonce", "n0nce")
                .containsEntry("opaque", "op")
                .containsEntry("uri", "/inbox")
                .containsEntry("algorithm", algorithm);
        String secret = digest(hash, "bob:in \"box\":s ecret");
        if (session) {
            secret = digest(hash, secret + ":n0nce:" + given.get("cnonce"));
        }
        String chosen = given.getOrDefault("qop", "");
        assertThat(chosen).isEqualTo(qop.contains("auth,") || qop.endsWith("auth") ? "auth" : qop);
        String request =
                digest(hash, "POST:/inbox" + (chosen.equals("auth-int") ? ":" + digest(hash, told.body()) : ""));
        String between = chosen.isEmpty() ? "n0nce" : "n0nce:00000001:" + given.get("cnonce") + ":" + chosen;
        assertThat(given).containsEntry("response", digest(hash, secret + ":" + between + ":" + request));
    }

    private static String digest(String algorithm, String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Those of {@code Digest name="value", name=value}, quotes taken off. */
    private static Map<String, String> parameters(String header) {
        assertThat(header).startsWith("Digest ");
        Map<String, String> parameters = new HashMap<>();
        for (String one : header.substring("Digest ".length()).split(", ")) {
            String value = one.substring(one.indexOf('=') + 1);
            boolean quoted = value.startsWith("\"");
            parameters.put(one.substring(0, one.indexOf('=')), quoted ? value.substring(1, value.length() - 1) : value);
        }
        return parameters;
    }

    @Test
    void endpointThatRefusesThePasswordIsGivenUp() throws Exception {
        String topic = topic("orders");
        String dead = queue("dead");
        String arn = sns.subscribe(r -> r.topicArn(topic)
                        .protocol("http")
                        .endpoint(endpoint.url().replace("//", "//bob:wrong@"))
                        .attributes(Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"))
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        follow(String.valueOf(json(endpoint.await(0).body()).get("SubscribeURL")));
        endpoint.asking("Basic realm=\"inbox\"").answering(401);

        publish(topic, "m");
        endpoint.await(2);
        settle();

        assertThat(receiveEnvelope(dead)).containsEntry("Message", "m");
        assertThat(attributes(arn)).containsEntry("PendingConfirmation", "false");
    }

    @Test
    void ownerConfirmsWithTheToken() {
        String topic = topic("orders");
        String arn = subscribeTo(topic, Map.of());
        String token = String.valueOf(json(endpoint.await(0).body()).get("Token"));

        assertInvalid(
                "Token", () -> sns.confirmSubscription(r -> r.topicArn(topic).token("nonsense")));
        assertThat(sns.confirmSubscription(r -> r.topicArn(topic).token(token).authenticateOnUnsubscribe("true"))
                        .subscriptionArn())
                .isEqualTo(arn);
        assertThat(attributes(arn)).containsEntry("ConfirmationWasAuthenticated", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void notificationsAreSigned(String version) throws Exception {
        String topic = topic("orders", Map.of("SignatureVersion", version));
        String arn = confirmed(topic, Map.of());

        sns.publish(r -> r.topicArn(topic).message("text äöü").subject("News"));

        Endpoint.Request delivered = endpoint.await(1);
        assertThat(delivered.headers())
                .containsEntry("x-amz-sns-message-type", "Notification")
                .containsEntry("x-amz-sns-subscription-arn", arn)
                .doesNotContainKey("x-amz-sns-rawdelivery");
        Map<String, @Nullable Object> message = json(delivered.body());
        assertThat(message).containsEntry("SignatureVersion", version);
        verify(message, SIGNED_NOTIFICATION);
    }

    /** As AWS documents how to verify messages. */
    private void verify(Map<String, @Nullable Object> message, List<String> signed)
            throws IOException, InterruptedException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (String member : signed) {
            if (message.get(member) != null) {
                text.append(member).append('\n').append(message.get(member)).append('\n');
            }
        }
        String pem = follow(String.valueOf(message.get("SigningCertURL"))).body();
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        certificate.checkValidity();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=sns.amazonaws.com");
        Signature signature =
                Signature.getInstance("2".equals(message.get("SignatureVersion")) ? "SHA256withRSA" : "SHA1withRSA");
        signature.initVerify(certificate);
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(String.valueOf(message.get("Signature")))))
                .isTrue();
    }

    @Test
    void rawMessagesComeAsTheyAre() throws Exception {
        String topic = topic("orders");
        confirmed(
                topic,
                Map.of(
                        "RawMessageDelivery", "true",
                        "DeliveryPolicy", "{\"requestPolicy\":{\"headerContentType\":\"text/csv\"}}"));

        publish(topic, "a,b");

        Endpoint.Request delivered = endpoint.await(1);
        assertThat(delivered.body()).isEqualTo("a,b");
        assertThat(delivered.headers())
                .containsEntry("x-amz-sns-rawdelivery", "true")
                .containsEntry("content-type", "text/csv");
    }

    @Test
    void failedDeliveriesAreTriedAgainAsThePolicySays() throws Exception {
        String topic = topic("orders");
        String dead = queue("dead");
        confirmed(
                topic,
                Map.of(
                        "DeliveryPolicy",
                        retrying(10, 2),
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));
        endpoint.answering(500, 503, 500);

        publish(topic, "m");
        endpoint.await(1);
        settle();
        emulator.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(endpoint.requests()).hasSize(2);
        emulator.advance(Duration.ofMillis(1));
        assertThat(endpoint.requests()).hasSize(3);
        assertThat(receive(dead)).isEmpty();

        emulator.advance(Duration.ofSeconds(10));
        assertThat(endpoint.requests()).hasSize(4);
        assertThat(receiveEnvelope(dead)).containsEntry("Message", "m");
        emulator.advance(Duration.ofHours(1));
        assertThat(endpoint.requests()).hasSize(4);
    }

    /** Moving time by nothing waits for what is under way. */
    private void settle() {
        emulator.advance(Duration.ZERO);
    }

    @Test
    void whatTheClientIsToBlameForIsNotTriedAgain() throws Exception {
        String topic = topic("orders");
        String dead = queue("dead");
        confirmed(topic, Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));
        endpoint.answering(404);

        publish(topic, "m");
        endpoint.await(1);
        settle();

        assertThat(receiveEnvelope(dead)).containsEntry("Message", "m");
        emulator.advance(Duration.ofHours(1));
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void silentEndpointDoesNotSlowPublishing() throws Exception {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");
        confirmed(topic, Map.of());
        endpoint.silent();

        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            publish(topic, "m" + i);
        }

        // Waiting for the endpoint would take fifteen seconds a message.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(5));
        assertThat(receive(inbox)).hasSize(10);
    }

    @Test
    void linkEndsTheSubscription() throws Exception {
        String topic = topic("orders");
        String arn = confirmed(topic, Map.of());
        publish(topic, "m");
        Map<String, @Nullable Object> message = json(endpoint.await(1).body());

        assertThat(follow(String.valueOf(message.get("UnsubscribeURL"))).statusCode())
                .isEqualTo(200);

        assertRefused("NotFound", 404, "Subscription does not exist", () -> attributes(arn));
        Map<String, @Nullable Object> goodbye = json(endpoint.await(2).body());
        assertThat(goodbye).containsEntry("Type", "UnsubscribeConfirmation");
        follow(String.valueOf(Objects.requireNonNull(goodbye.get("SubscribeURL"))));
        assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                .hasSize(1);
    }

    @Test
    void ownerAloneEndsWhatWasConfirmedSo() throws Exception {
        String topic = topic("orders");
        String arn = subscribeTo(topic, Map.of());
        String token = String.valueOf(json(endpoint.await(0).body()).get("Token"));
        sns.confirmSubscription(r -> r.topicArn(topic).token(token).authenticateOnUnsubscribe("true"));

        HttpResponse<String> answer = follow(emulator.endpoint() + "/?Action=Unsubscribe&SubscriptionArn=" + arn);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>AuthorizationError</Code>");
        sns.unsubscribe(r -> r.subscriptionArn(arn));
        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    }

    @Test
    void retriesFollowThePhasesOfThePolicy() throws Exception {
        String topic = topic("orders");
        confirmed(
                topic,
                Map.of(
                        "DeliveryPolicy",
                        "{\"healthyRetryPolicy\":{\"minDelayTarget\":2,\"maxDelayTarget\":6,\"numRetries\":6,"
                                + "\"numNoDelayRetries\":1,\"numMinDelayRetries\":1,\"numMaxDelayRetries\":1,"
                                + "\"backoffFunction\":\"linear\"}}"));
        endpoint.answering(500, 500, 500, 500, 500, 500, 500);
        publish(topic, "m");
        endpoint.await(1);
        settle();
        List<Long> delays = new ArrayList<>();
        int seen = 2;
        for (long second = 0; second <= 30; second++) {
            emulator.advanceSeconds(second == 0 ? 0 : 1);
            for (; seen < endpoint.requests().size(); seen++) {
                delays.add(second);
            }
        }

        // At once, after 2 s, then 2, 4 and 6 s growing, then 6 s.
        assertThat(delays).containsExactly(0L, 2L, 4L, 8L, 14L, 20L);
    }

    @Test
    void throttledEndpointGetsSoManyASecond() throws Exception {
        String topic = topic("orders");
        confirmed(topic, Map.of("DeliveryPolicy", "{\"throttlePolicy\":{\"maxReceivesPerSecond\":2}}"));
        for (int i = 0; i < 5; i++) {
            publish(topic, "m" + i);
        }
        endpoint.await(1);
        settle();

        assertThat(endpoint.requests()).hasSize(2);
        emulator.advance(Duration.ofMillis(499));
        assertThat(endpoint.requests()).hasSize(2);
        emulator.advance(Duration.ofMillis(1));
        assertThat(endpoint.requests()).hasSize(3);
        emulator.advanceSeconds(2);
        assertThat(endpoint.requests()).hasSize(6);
    }

    @Test
    void backlogIsBounded() throws Exception {
        String topic = topic("orders");
        String dead = queue("dead");
        confirmed(
                topic,
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));
        settle();
        endpoint.silent();
        for (int batch = 0; batch < 101; batch++) {
            List<PublishBatchRequestEntry> entries = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                entries.add(PublishBatchRequestEntry.builder()
                        .id("e" + i)
                        .message("m")
                        .build());
            }
            sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(entries));
        }

        assertThat(receive(dead)).hasSize(10);
        assertThat(receive(dead)).isEmpty();
    }

    @Test
    void nothingIsSentOnceTheSubscriptionIsGone() throws Exception {
        String topic = topic("orders");
        String dead = queue("dead");
        String arn = confirmed(
                topic,
                Map.of(
                        "DeliveryPolicy",
                        retrying(10, 2),
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));
        endpoint.answering(500);
        publish(topic, "m");
        endpoint.await(1);
        settle();

        sns.unsubscribe(r -> r.subscriptionArn(arn));
        emulator.advance(Duration.ofHours(1));

        assertThat(endpoint.requests()).hasSize(2);
        assertThat(receive(dead)).isEmpty();
    }

    @Test
    void resetForgetsWhatWaits() throws Exception {
        String topic = topic("orders");
        confirmed(topic, Map.of());
        endpoint.answering(500);
        publish(topic, "m");
        endpoint.await(1);
        settle();

        emulator.restart();
        emulator.advance(Duration.ofHours(1));

        assertThat(endpoint.requests()).hasSize(2);
    }
}
