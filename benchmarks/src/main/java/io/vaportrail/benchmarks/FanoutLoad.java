package io.vaportrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fans messages of SNS out to queues, and tells how long it takes until all have arrived: {@code FanoutLoad PORT ROUNDS}. An answer
 * that is not 200, or a message that is missing, ends the run.
 */
public final class FanoutLoad {
    private static final String ACCOUNT = "000000000000";
    private static final String POLICY =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"sns.amazonaws.com\"},"
                    + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}}";
    private static final int CLIENTS = 8;
    private static final int BATCH = 10;
    private static final int MANY_QUEUES = 1_000;
    private static final int FEW_QUEUES = 10;
    private static final int MESSAGES = 10_000;

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    private FanoutLoad(int port) {
        this.server = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Prints a line for each round: milliseconds of the one publish and of the many. */
    public static void main(String[] arguments) throws Exception {
        FanoutLoad load = new FanoutLoad(Integer.parseInt(arguments[0]));
        try {
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                System.out.println(load.one("Wide" + round) + " " + load.many("Long" + round));
            }
        } finally {
            load.clients.shutdownNow();
        }
    }

    /** One message, wrapped and signed, to a thousand queues. */
    private long one(String name) throws Exception {
        String topic = topic(name, MANY_QUEUES, "false");
        long began = System.nanoTime();
        call("Action", "Publish", "TopicArn", topic, "Message", "hello");
        long millis = (System.nanoTime() - began) / 1_000_000;
        check(name, MANY_QUEUES, 1);
        return millis;
    }

    /** Ten thousand messages, raw and in batches of ten, to ten queues. */
    private long many(String name) throws Exception {
        String topic = topic(name, FEW_QUEUES, "true");
        List<String> batch = new ArrayList<>(List.of("Action", "PublishBatch", "TopicArn", topic));
        for (int i = 1; i <= BATCH; i++) {
            String entry = "PublishBatchRequestEntries.member." + i + ".";
            batch.addAll(List.of(entry + "Id", "e" + i, entry + "Message", "message " + i));
        }
        String[] parameters = batch.toArray(String[]::new);
        long began = System.nanoTime();
        inParallel(MESSAGES / BATCH, i -> call(parameters));
        long millis = (System.nanoTime() - began) / 1_000_000;
        check(name, FEW_QUEUES, MESSAGES);
        return millis;
    }

    private String topic(String name, int queues, String raw) throws Exception {
        call("Action", "CreateTopic", "Name", name);
        String topic = "arn:aws:sns:us-east-1:" + ACCOUNT + ":" + name;
        inParallel(queues, i -> {
            String queue = name + i;
            call(
                    "Action",
                    "CreateQueue",
                    "QueueName",
                    queue,
                    "Attribute.1.Name",
                    "Policy",
                    "Attribute.1.Value",
                    POLICY);
            return call(
                    "Action",
                    "Subscribe",
                    "TopicArn",
                    topic,
                    "Protocol",
                    "sqs",
                    "Endpoint",
                    "arn:aws:sqs:us-east-1:" + ACCOUNT + ":" + queue,
                    "Attributes.entry.1.key",
                    "RawMessageDelivery",
                    "Attributes.entry.1.value",
                    raw);
        });
        return topic;
    }

    /** All must have arrived; the queues go, so that the next round finds the memory of this one free. */
    private void check(String name, int queues, int messages) throws Exception {
        inParallel(queues, i -> {
            String url = server + ACCOUNT + "/" + name + i;
            String answer = call(
                    "Action", "GetQueueAttributes", "QueueUrl", url, "AttributeName.1", "ApproximateNumberOfMessages");
            if (!answer.contains("<Value>" + messages + "</Value>")) {
                throw new IllegalStateException(name + i + ": " + answer + " (expected: " + messages + " messages)");
            }
            return call("Action", "DeleteQueue", "QueueUrl", url);
        });
    }

    private interface Work {
        String run(int number) throws IOException, InterruptedException;
    }

    private void inParallel(int times, Work work) throws InterruptedException, ExecutionException {
        List<Callable<String>> all = new ArrayList<>(times);
        for (int i = 0; i < times; i++) {
            int number = i;
            all.add(() -> work.run(number));
        }
        for (Future<String> done : clients.invokeAll(all)) {
            done.get();
        }
    }

    private String call(String... parameters) throws IOException, InterruptedException {
        boolean sns = parameters[1].contains("Publish")
                || parameters[1].contains("Topic")
                || parameters[1].contains("Subscribe");
        StringBuilder form = new StringBuilder("Version=").append(sns ? "2010-03-31" : "2012-11-05");
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(parameters[1] + ": " + answer.body() + " (expected: 200)");
        }
        return answer.body();
    }
}
