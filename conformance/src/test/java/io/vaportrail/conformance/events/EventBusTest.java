package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;

/** Event buses and their policies. */
class EventBusTest extends EventsTest {
    @Test
    void theDefaultBusIsAlwaysThere() {
        DescribeEventBusResponse bus = events.describeEventBus(r -> {});

        assertThat(bus.name()).isEqualTo("default");
        assertThat(bus.arn()).isEqualTo(busArn("default"));
        assertThat(bus.policy()).isNull();
        assertThat(bus.creationTime()).isEqualTo(bus.lastModifiedTime()).isNotNull();
        assertThat(names("")).containsExactly("default");
        EventBridgeClient elsewhere = emulator.clients().eventBridge(OTHER_ACCOUNT, "eu-west-1");
        assertThat(elsewhere.describeEventBus(r -> {}).arn())
                .isEqualTo("arn:aws:events:eu-west-1:111111111111:event-bus/default");
    }

    private List<String> names(String prefix) {
        return events.listEventBuses(r -> r.namePrefix(prefix.isEmpty() ? null : prefix)).eventBuses().stream()
                .map(EventBus::name)
                .toList();
    }

    @Test
    void aBusIsCreatedDescribedAndDeleted() {
        CreateEventBusResponse created =
                events.createEventBus(r -> r.name("shop").description("what the shop tells"));

        assertThat(created.eventBusArn()).isEqualTo(busArn("shop"));
        assertThat(created.description()).isEqualTo("what the shop tells");
        DescribeEventBusResponse bus = events.describeEventBus(r -> r.name("shop"));
        assertThat(bus.description()).isEqualTo("what the shop tells");
        assertThat(events.describeEventBus(r -> r.name(busArn("shop"))).name()).isEqualTo("shop");
        assertThat(names("sh")).containsExactly("shop");
        assertThat(names("shop")).containsExactly("shop");

        events.deleteEventBus(r -> r.name("shop"));

        assertThat(names("sh")).isEmpty();
        assertRefused(
                "ResourceNotFoundException",
                "Event bus shop does not exist.",
                () -> events.describeEventBus(r -> r.name("shop")));
        assertRefused(
                "ResourceNotFoundException",
                "Event bus shop does not exist.",
                () -> events.deleteEventBus(r -> r.name("shop")));
    }

    @Test
    void aNameIsTakenOnce() {
        events.createEventBus(r -> r.name("shop"));

        assertRefused(
                "ResourceAlreadyExistsException",
                "Event bus shop already exists.",
                () -> events.createEventBus(r -> r.name("shop")));
        assertRefused(
                "ResourceAlreadyExistsException",
                "Event bus default already exists.",
                () -> events.createEventBus(r -> r.name("default")));
        assertRefused(
                "ValidationException",
                "Event bus name must not contain '/'.",
                () -> events.createEventBus(r -> r.name("shop/orders")));
    }

    @Test
    void whatIsInUseIsNotDeleted() {
        events.createEventBus(r -> r.name("shop"));
        events.putRule(r -> r.name("orders").eventBusName("shop").eventPattern(PATTERN));

        assertRefused(
                "ValidationException",
                "Event bus shop can't be deleted since it has rules.",
                () -> events.deleteEventBus(r -> r.name("shop")));
        assertRefused(
                "ValidationException",
                "Cannot delete event bus default.",
                () -> events.deleteEventBus(r -> r.name("default")));
    }

    @Test
    void busesAreListedPageByPage() {
        for (int i = 0; i < 6; i++) {
            String name = "page-" + i;
            events.createEventBus(r -> r.name(name));
        }

        ListEventBusesResponse first =
                events.listEventBuses(r -> r.namePrefix("page-").limit(3));
        ListEventBusesResponse second =
                events.listEventBuses(r -> r.namePrefix("page-").limit(3).nextToken(first.nextToken()));

        assertThat(first.eventBuses()).extracting(EventBus::name).containsExactly("page-0", "page-1", "page-2");
        assertThat(second.eventBuses()).extracting(EventBus::name).containsExactly("page-3", "page-4", "page-5");
        assertThat(second.nextToken()).isNull();
        assertRefused(
                "ValidationException",
                "Parameter NextToken is not valid.",
                () -> events.listEventBuses(r -> r.nextToken("*")));
    }

    @Test
    void anAccountHasAHundredBuses() {
        for (int i = 1; i < 100; i++) {
            String name = "bus-" + i;
            events.createEventBus(r -> r.name(name));
        }

        assertRefused(
                "LimitExceededException",
                "The requested resource exceeds the maximum number allowed.",
                () -> events.createEventBus(r -> r.name("one-more")));
    }

    @Test
    void aBusIsUpdated() {
        events.createEventBus(r -> r.name("shop").description("old"));
        emulator.advanceSeconds(10);

        assertThat(events.updateEventBus(r -> r.name("shop").description("new")).description())
                .isEqualTo("new");

        DescribeEventBusResponse bus = events.describeEventBus(r -> r.name("shop"));
        assertThat(bus.description()).isEqualTo("new");
        assertThat(bus.lastModifiedTime()).isEqualTo(bus.creationTime().plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "shop"})
    void permissionsAreStatementsOfThePolicy(String name) {
        if (!name.equals("default")) {
            events.createEventBus(r -> r.name(name));
        }
        events.putPermission(r -> r.eventBusName(name)
                .action("events:PutEvents")
                .principal("222222222222")
                .statementId("friend"));
        events.putPermission(r ->
                r.eventBusName(name).action("events:PutEvents").principal("*").statementId("all"));

        String friend = "{\"Sid\":\"friend\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:root\"},"
                + "\"Action\":\"events:PutEvents\",\"Resource\":\"" + busArn(name) + "\"}";
        String all = "{\"Sid\":\"all\",\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"events:PutEvents\",\"Resource\":\"" + busArn(name) + "\"}";
        assertThat(policy(name)).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[" + friend + "," + all + "]}");

        events.removePermission(r -> r.eventBusName(name).statementId("friend"));
        assertThat(policy(name)).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[" + all + "]}");

        events.removePermission(r -> r.eventBusName(name).removeAllPermissions(true));
        assertThat(events.describeEventBus(r -> r.name(name)).policy()).isNull();
        assertRefused(
                "ResourceNotFoundException",
                "Statement with the provided id does not exist.",
                () -> events.removePermission(r -> r.eventBusName(name).statementId("friend")));
    }

    private String policy(String bus) {
        return events.describeEventBus(r -> r.name(bus)).policy();
    }

    @Test
    void aPolicyIsPutAsAWhole() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"lists\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"events:ListRules\","
                + "\"Resource\":\"*\"}]}";

        events.putPermission(r -> r.policy(policy));

        assertThat(policy("default")).isEqualTo(policy);
        assertThat(AwsError.of(() -> events.putPermission(r -> r.policy("{}"))).code())
                .isEqualTo("ValidationException");
        assertThat(AwsError.of(() -> events.putPermission(r -> r.policy(" ".repeat(10_241))))
                        .code())
                .isEqualTo("PolicyLengthExceededException");
        assertRefused(
                "ResourceNotFoundException",
                "Event bus shop does not exist.",
                () -> events.putPermission(r -> r.eventBusName("shop").policy(policy)));
    }
}
