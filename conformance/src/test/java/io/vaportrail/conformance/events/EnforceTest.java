package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.service.IamMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;

/** {@code --iam enforce}: policies of users and of event buses decide together. */
@EmulatorTest(iam = IamMode.ENFORCE)
class EnforceTest {
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/";
    private static final String OTHER_ACCOUNT = "111111111111";

    private TestEmulator emulator;

    @BeforeEach
    void make(TestEmulator started) {
        emulator = started;
        started.clients().eventBridge("test").createEventBus(r -> r.name("shop"));
    }

    private EventBridgeClient user(String account, String action, String resource) {
        IamClient iam = emulator.clients().iam(account);
        iam.createUser(r -> r.userName("sarah"));
        iam.putUserPolicy(r -> r.userName("sarah")
                .policyName("own")
                .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
                        + action + "\",\"Resource\":\"" + resource + "\"}]}"));
        return emulator.clients()
                .eventBridge(iam.createAccessKey(r -> r.userName("sarah"))
                        .accessKey()
                        .accessKeyId());
    }

    private static void put(EventBridgeClient events, String bus) {
        assertThat(events.putEvents(r -> r.entries(e ->
                                e.eventBusName(bus).source("s").detailType("d").detail("{}")))
                        .failedEntryCount())
                .isZero();
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThat(AwsError.of(call).code()).isEqualTo("AccessDeniedException");
    }

    @Test
    void aPolicyNamesTheBusesAndRules() {
        EventBridgeClient sarah = user("test", "events:PutEvents", BUS + "shop");

        put(sarah, "shop");
        put(sarah, BUS + "shop");
        assertDenied(() -> put(sarah, "default"));
        assertDenied(() -> sarah.putRule(r -> r.name("r").eventPattern("{\"source\":[\"s\"]}")));
    }

    @Test
    void aRuleOfTheDefaultBusIsOneWhetherTheBusIsNamedOrNot() {
        EventBridgeClient sarah = user("test", "events:PutRule", "arn:aws:events:us-east-1:000000000000:rule/mine");

        sarah.putRule(r -> r.name("mine").eventPattern("{\"source\":[\"s\"]}"));
        sarah.putRule(r -> r.name("mine").eventBusName("default").eventPattern("{\"source\":[\"s\"]}"));
        assertDenied(
                () -> sarah.putRule(r -> r.name("mine").eventBusName("shop").eventPattern("{\"source\":[\"s\"]}")));
    }

    @Test
    void aRuleWithTagsNeedsThePermissionToTag() {
        EventBridgeClient sarah = user("test", "events:PutRule", "*");

        sarah.putRule(r -> r.name("mine").eventPattern("{\"source\":[\"s\"]}"));
        assertDenied(() -> sarah.putRule(
                r -> r.name("mine").eventPattern("{\"source\":[\"s\"]}").tags(t -> t.key("team")
                        .value("shop"))));
        assertDenied(() -> sarah.putRule(r -> r.name("mine")
                .eventBusName("shop")
                .eventPattern("{\"source\":[\"s\"]}")
                .tags(t -> t.key("team").value("shop"))));
    }

    @Test
    void theBusOfAnotherAccountMustLetIn() {
        EventBridgeClient sarah = user(OTHER_ACCOUNT, "events:PutEvents", "*");
        assertDenied(() -> put(sarah, BUS + "shop"));

        emulator.clients().eventBridge("test").putPermission(r -> r.eventBusName("shop")
                .action("events:PutEvents")
                .principal(OTHER_ACCOUNT)
                .statementId("friend"));

        put(sarah, BUS + "shop");
    }
}
