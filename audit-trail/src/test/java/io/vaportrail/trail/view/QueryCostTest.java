package io.vaportrail.trail.view;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.support.FakeExchange;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailFixture;
import io.vaportrail.trail.store.TrailLimits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What questions cost; run {@code main} for figures over 200,000 records. */
public class QueryCostTest {
    private static final int USERS = 10;

    private final TrailFixture trail = new TrailFixture(new TrailLimits(TrailLimits.LEAST, 256 * TrailLimits.LEAST));
    private final HttpRoutes routes = new HttpRoutes();

    QueryCostTest() {
        TrailRoutes.add(
                routes,
                trail.store,
                new RecordRenderer(),
                new Markers(trail.store, trail.clock),
                trail.clock,
                Runnable::run,
                (delay, task) -> () -> {});
    }

    /** Prints figures. */
    public static void main(String[] arguments) {
        new QueryCostTest().measure(200_000, 5);
    }

    @Test
    @Timeout(60)
    void everyQuestionIsAnswered() {
        measure(2_000, 1);
    }

    private void measure(int records, int rounds) {
        Caller[] callers = new Caller[USERS];
        for (int i = 0; i < USERS; i++) {
            callers[i] = Caller.user(ACCOUNT, "user" + i, "user" + i);
        }
        for (int i = 0; i < records; i++) {
            Call call = TrailFixture.call(SqsService.SEND_MESSAGE, callers[i % USERS]);
            String queue = "queue" + i % 100;
            call.audit().resource("AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":" + queue);
            trail.store.record(
                    call,
                    SendMessageRequest.builder()
                            .queueUrl("https://sqs.eu-west-1.amazonaws.com/" + ACCOUNT + "/" + queue)
                            .messageBody("m")
                            .delaySeconds(i % 7)
                            .build(),
                    null,
                    null);
        }
        String tenth = "{\"Count\":" + records / USERS + "}\n";
        for (int i = 0; i < rounds; i++) {
            assertThat(ask("stored", "/count?where=" + encoded("userIdentity.userName = 'user3'")))
                    .isEqualTo(tenth);
            assertThat(ask("stored like", "/count?where=" + encoded("userIdentity.arn like '*/user3'")))
                    .isEqualTo(tenth);
            assertThat(ask(
                            "stored, then rendered",
                            "/count?where="
                                    + encoded(
                                            "requestParameters.delaySeconds < 7 and userIdentity.userName = 'user3'")))
                    .isEqualTo(tenth);
            assertThat(ask("rendered", "/count?where=" + encoded("requestParameters.queueUrl like '*/queue7'")))
                    .isEqualTo("{\"Count\":" + records / 100 + "}\n");
            assertThat(ask("resource parameter", "/count?resource=queue7"))
                    .isEqualTo("{\"Count\":" + records / 100 + "}\n");
            assertThat(ask("summary", "/summary")).contains("\"Calls\":" + records);
            assertThat(ask("policy", "/policy?principal=user3")).contains("sqs:SendMessage");
        }
    }

    private String ask(String name, String pathAndQuery) {
        long start = System.nanoTime();
        FakeExchange exchange = FakeExchange.ask(routes, "GET", TrailRoutes.PATH + pathAndQuery);
        System.out.printf("%d ms: %s%n", (System.nanoTime() - start) / 1_000_000, name);
        return exchange.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
