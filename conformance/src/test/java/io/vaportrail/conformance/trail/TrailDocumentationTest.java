package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What {@code docs/trail.md} and {@code README.md} say of the trail can be done as it stands there. */
@EmulatorTest
class TrailDocumentationTest {
    private static final Pattern QUERIES = Pattern.compile("```where\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REQUEST =
            Pattern.compile("(?m)^curl (-\\S+ )*?(-X POST )?(-G )?'(?:http://)?localhost:4566(/_vaportrail/trail[^']*)'"
                    + "(?:\\s*\\\\?\\s*--data-urlencode \"([^\"]*)\")?");

    private Wire wire;
    private Trail trail;

    @BeforeEach
    void work(TestEmulator emulator) {
        wire = new Wire(emulator.endpoint());
        trail = new Trail(emulator);
        wire.post("/_vaportrail/trail/markers/before", "");
        wire.post("/_vaportrail/trail/markers/start", "");
        String url = emulator.clients()
                .sqs(Protocol.AWS_JSON, "sarah")
                .createQueue(r -> r.queueName("OrderQueue")
                        .attributesWithStrings(Map.of("VisibilityTimeout", "45"))
                        .tags(Map.of("cost center", "shop")))
                .queueUrl();
        SqsClient app = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        app.sendMessage(r -> r.queueUrl(url).messageBody("x"));
        AwsError.of(() -> app.sendMessage(r -> r.queueUrl(url + "2").messageBody("x")));
        emulator.clients().sqs(Protocol.AWS_JSON, "orders-app").getQueueUrl(r -> r.queueName("OrderQueue"));
        emulator.clients().sqs(Protocol.AWS_JSON, "orders-app").purgeQueue(r -> r.queueUrl(url));
    }

    private static String page(String name) {
        try {
            return Files.readString(Path.of("..", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyQueryFindsSomething() {
        Matcher block = QUERIES.matcher(page("docs/trail.md"));
        assertThat(block.find()).isTrue();
        List<String> queries = block.group(1).lines().toList();
        assertThat(queries).hasSizeGreaterThan(10);
        for (String query : queries) {
            assertThat(trail.records("where=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                    .as(query)
                    .isNotEmpty();
        }
    }

    @Test
    void everyRequestIsAnswered() {
        for (String name : List.of("docs/trail.md", "README.md")) {
            Matcher request = REQUEST.matcher(page(name));
            int requests = 0;
            while (request.find()) {
                String path = request.group(4);
                if (path.contains("follow=true")) {
                    continue;
                }
                requests++;
                HttpResponse<String> answer =
                        request.group(2) != null ? wire.post(path, "") : get(path, request.group(5));
                assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 201);
                restoreMarkers(path);
            }
            assertThat(requests).as(name).isGreaterThan(2);
        }
    }

    /** The pages set markers, then let code work; here it has worked already. */
    private void restoreMarkers(String path) {
        if (path.endsWith("markers/before") || path.endsWith("markers/start")) {
            wire.send(wire.request(path).DELETE());
            assertThat(wire.get(path).statusCode()).isEqualTo(404);
            wire.send(wire.request("/_vaportrail/reset").POST(BodyPublishers.noBody()));
            wire.post("/_vaportrail/trail/markers/before", "");
            wire.post("/_vaportrail/trail/markers/start", "");
            for (String user : List.of("app", "orders-app")) {
                wire.send(wire.json(user, "ListQueues", BodyPublishers.ofString("{}")));
            }
        }
    }

    private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String parameter) {
        if (parameter == null) {
            return wire.get(path);
        }
        int equals = parameter.indexOf('=');
        String encoded = parameter.substring(0, equals + 1)
                + URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
        return wire.get(path + (path.contains("?") ? "&" : "?") + encoded);
    }

    @Test
    void theGrammarIsThatOfTheParser() {
        String grammar = page("docs/trail.md");
        String documented = grammar.substring(
                grammar.indexOf("query       ="), grammar.indexOf("```", grammar.indexOf("query       =")));
        String source = page("audit-trail/src/main/java/io/vaportrail/trail/query/Parser.java");
        String stated = source.substring(source.indexOf(" * query  ") + 3, source.indexOf(" * </pre>"))
                .replace("\n * ", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        assertThat(documented.strip()).isEqualTo(stated.strip());
    }
}
