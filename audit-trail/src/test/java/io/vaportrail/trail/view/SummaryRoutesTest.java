package io.vaportrail.trail.view;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.s3.GetObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.ListQueuesRequest;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.SendMessageBatchRequest;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.support.FakeExchange;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calls amount to, and the policy that allows them. */
class SummaryRoutesTest {
    private static final String ORDERS = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";
    private static final Caller MIKE = Caller.user(ACCOUNT, "mike", "mike");

    private final TrailFixture trail = new TrailFixture();
    private final HttpRoutes routes = new HttpRoutes();

    SummaryRoutesTest() {
        TrailRoutes.add(
                routes,
                trail.store,
                new RecordRenderer(),
                new Markers(trail.store, trail.clock),
                trail.clock,
                Runnable::run,
                (delay, task) -> () -> {});
    }

    @Test
    void countsByPrincipalActionAndResource() {
        record(SqsService.CREATE_QUEUE, SARAH, create("orders"), null);
        record(SqsService.SEND_MESSAGE, MIKE, send(ORDERS), null);
        trail.clock.advance(Duration.ofSeconds(90));
        record(SqsService.SEND_MESSAGE, MIKE, send(ORDERS), QueueDoesNotExist.of("gone"));
        record(
                SqsService.SEND_MESSAGE_BATCH,
                MIKE,
                SendMessageBatchRequest.builder()
                        .queueUrl(ORDERS)
                        .entries(List.of())
                        .build(),
                null);
        record(SqsService.LIST_QUEUES, MIKE, ListQueuesRequest.builder().build(), null);
        assertThat(get("/summary").text())
                .isEqualTo("{\"Summary\":["
                        + "{\"principal\":\"arn:aws:iam::111122223333:user/mike\",\"action\":\"sqs:ListQueues\",\"resource\":\"*\","
                        + "\"calls\":1,\"errors\":0,\"first\":\"2026-03-09T14:06:36Z\",\"last\":\"2026-03-09T14:06:36Z\"},"
                        + "{\"principal\":\"arn:aws:iam::111122223333:user/mike\",\"action\":\"sqs:SendMessage\","
                        + "\"resource\":\"arn:aws:sqs:eu-west-1:111122223333:orders\",\"calls\":3,\"errors\":1,"
                        + "\"errorCodes\":{\"QueueDoesNotExist\":1},"
                        + "\"first\":\"2026-03-09T14:05:06Z\",\"last\":\"2026-03-09T14:06:36Z\"},"
                        + "{\"principal\":\"arn:aws:iam::111122223333:user/sarah\",\"action\":\"sqs:CreateQueue\","
                        + "\"resource\":\"arn:aws:sqs:eu-west-1:111122223333:orders\",\"calls\":1,\"errors\":0,"
                        + "\"first\":\"2026-03-09T14:05:06Z\",\"last\":\"2026-03-09T14:05:06Z\"}"
                        + "],\"Calls\":5,\"Errors\":1}\n");
        String table = get("/summary?format=text&principal=mike&error=false").text();
        assertThat(table.lines().map(String::length).distinct()).hasSize(2);
        assertThat(table.replaceAll(" {2,}", " ")).isEqualTo("""
                        principal action resource calls errors first last
                        arn:aws:iam::111122223333:user/mike sqs:ListQueues * 1 0 2026-03-09T14:06:36Z 2026-03-09T14:06:36Z
                        arn:aws:iam::111122223333:user/mike sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:orders 2 0 2026-03-09T14:05:06Z 2026-03-09T14:06:36Z
                        """);
    }

    @Test
    void aPolicyGroupsActionsByResources() {
        record(SqsService.SEND_MESSAGE, MIKE, send(ORDERS), null);
        record(SqsService.CREATE_QUEUE, MIKE, create("orders"), null);
        record(SqsService.CREATE_QUEUE, MIKE, create("invoices"), null);
        record(SqsService.LIST_QUEUES, MIKE, ListQueuesRequest.builder().build(), null);
        record(SqsService.SEND_MESSAGE, MIKE, send(ORDERS.replace("orders", "invoices")), null);
        record(SqsService.DELETE_QUEUE, SARAH, null, null);
        FakeExchange policy = get("/policy?principal=mike");
        assertThat(policy.text()).isEqualToIgnoringWhitespace("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow",
                   "Action": ["sqs:CreateQueue", "sqs:SendMessage"],
                   "Resource": ["arn:aws:sqs:eu-west-1:111122223333:invoices", "arn:aws:sqs:eu-west-1:111122223333:orders"]},
                  {"Effect": "Allow", "Action": ["sqs:ListQueues"], "Resource": ["*"]}]}
                """);
        assertThat(policy.response().header("Content-Type")).isEqualTo("application/json");
        assertThat(policy.response().header("Vaportrail-Left-Out")).isEqualTo("denied=0, unknown=0");
        assertThat(get("/policy?principal=arn:aws:iam::111122223333:user/mike").text())
                .isEqualTo(policy.text());
    }

    @Test
    void deniedCallsAreLeftOutUnlessAskedFor() {
        record(SqsService.CREATE_QUEUE, MIKE, create("orders"), null);
        record(
                SqsService.SEND_MESSAGE,
                MIKE,
                send(ORDERS),
                CommonError.sender(
                        "AccessDenied",
                        403,
                        "User: arn:aws:iam::111122223333:user/mike is not authorized to perform: sqs:sendmessage on"
                                + " resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows"
                                + " the sqs:sendmessage action"));
        record(SqsService.SEND_MESSAGE, MIKE, null, QueueDoesNotExist.of("gone"));
        FakeExchange policy = get("/policy");
        assertThat(policy.text()).contains("sqs:CreateQueue").doesNotContain("sqs:SendMessage");
        assertThat(policy.response().header("Vaportrail-Left-Out")).isEqualTo("denied=1, unknown=1");
        assertThat(get("/policy?denied=include").text())
                .contains("\"sqs:CreateQueue\", \"sqs:SendMessage\"")
                .contains("[ \"arn:aws:sqs:eu-west-1:111122223333:orders\" ]");
        assertThat(get("/policy?error=true").text())
                .isEqualTo(
                        "policy: nothing to allow, 1 calls were denied and 1 could not be made out (expected: at least one"
                                + " that needs a permission)\n");
    }

    @Test
    void sessionsOfARoleAreOnePrincipal() {
        record(SqsService.CREATE_QUEUE, session("one"), create("orders"), null);
        record(SqsService.SEND_MESSAGE, session("two"), send(ORDERS), null);
        String both =
                get("/policy?principal=arn:aws:iam::111122223333:role/Deployer").text();
        assertThat(both).contains("sqs:CreateQueue", "sqs:SendMessage");
        assertThat(get("/policy?principal=Deployer").text()).isEqualTo(both);
        assertThat(get("/policy").text()).isEqualTo(both);
        assertThat(get("/policy?principal=two").text())
                .contains("sqs:SendMessage")
                .doesNotContain("Create");
        assertThat(get("/policy?principal=arn:aws:sts::111122223333:assumed-role/Deployer/one")
                        .text())
                .contains("sqs:CreateQueue")
                .doesNotContain("Send");
        assertThat(get("/summary?format=text").text())
                .contains("arn:aws:iam::111122223333:role/Deployer")
                .doesNotContain("assumed-role");
    }

    @Test
    void namesThatPoliciesWouldReadAsPatternsStandForThemselves() {
        record(
                S3Service.GET_OBJECT,
                MIKE,
                GetObjectRequest.builder().bucket("b").key("a*b?c${d}").build(),
                null);
        assertThat(get("/policy").text()).contains("\"arn:aws:s3:::b/a${*}b${?}c${$}{d}\"");
        assertThat(get("/summary").text()).contains("\"arn:aws:s3:::b/a*b?c${d}\"");
    }

    @Test
    void itMustBeClearWhoIsMeant() {
        assertThat(get("/policy").response().status()).isEqualTo(404);
        record(SqsService.CREATE_QUEUE, MIKE, create("orders"), null);
        record(SqsService.CREATE_QUEUE, SARAH, create("orders"), null);
        record(SqsService.CREATE_QUEUE, Caller.service("sns.amazonaws.com", ACCOUNT), create("orders"), null);
        FakeExchange unclear = get("/policy");
        assertThat(unclear.response().status()).isEqualTo(400);
        assertThat(unclear.text())
                .isEqualTo("principal: not given (expected: one of the 2 that called, such as"
                        + " arn:aws:iam::111122223333:user/mike, arn:aws:iam::111122223333:user/sarah)\n");
        assertThat(get("/policy?principal=nobody").text())
                .isEqualTo("policy: no calls by nobody (expected: at least one in the window)\n");
        assertThat(get("/policy?denied=yes").text()).isEqualTo("denied: yes (expected: exclude or include)\n");
        assertThat(get("/policy?format=json").response().status()).isEqualTo(400);
    }

    @Test
    void copiesForOtherAccountsDoNotCountUnlessThatAccountIsAskedFor() {
        Call shared = call(SqsService.CREATE_QUEUE, MIKE);
        shared.audit().sharedWith("444455556666");
        trail.store.record(shared, create("orders"), null, null);
        assertThat(get("/summary").text()).contains("\"Calls\":1,");
        assertThat(get("/summary?account=444455556666").text()).contains("\"Calls\":1,");
    }

    private FakeExchange get(String pathAndQuery) {
        return FakeExchange.ask(routes, "GET", TrailRoutes.PATH + pathAndQuery);
    }

    private static Caller session(String name) {
        Caller.Issuer role = new Caller.Issuer(
                "Role", "AROAEXAMPLE", "arn:aws:iam::" + ACCOUNT + ":role/Deployer", ACCOUNT, "Deployer");
        return new Caller(
                Caller.Type.ASSUMED_ROLE,
                ACCOUNT,
                "AROAEXAMPLE:" + name,
                "arn:aws:sts::" + ACCOUNT + ":assumed-role/Deployer/" + name,
                null,
                "ASIAEXAMPLE",
                new Caller.Session(role, Instant.EPOCH, false, null, false),
                null);
    }

    private void record(
            OperationSchema<?, ?> operation, Caller caller, @Nullable Struct input, @Nullable ServiceException error) {
        trail.store.record(call(operation, caller), input, null, error);
    }

    private static Struct create(String name) {
        return CreateQueueRequest.builder().queueName(name).build();
    }

    private static Struct send(String url) {
        return SendMessageRequest.builder().queueUrl(url).messageBody("m").build();
    }
}
