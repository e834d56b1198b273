package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Rules, their targets and their tags. */
class RuleTest extends EventsTest {
    private static final String LIMIT = "The requested resource exceeds the maximum number allowed.";

    @Test
    void aRuleOfTheDefaultBusIsPutAndDescribed() {
        String arn = events.putRule(r -> r.name("orders").eventPattern(PATTERN).description("all orders"))
                .ruleArn();

        assertThat(arn).isEqualTo(ruleArn("orders"));
        DescribeRuleResponse rule = events.describeRule(r -> r.name("orders"));
        assertThat(rule.arn()).isEqualTo(arn);
        assertThat(rule.eventPattern()).isEqualTo(PATTERN);
        assertThat(rule.state()).isEqualTo(RuleState.ENABLED);
        assertThat(rule.description()).isEqualTo("all orders");
        assertThat(rule.eventBusName()).isEqualTo("default");
        assertThat(rule.createdBy()).isEqualTo(ACCOUNT);
        assertThat(rule.scheduleExpression()).isNull();
    }

    @Test
    void aRuleThatIsPutAgainSaysWhatIsPutAlone() {
        queue("kept");
        events.putRule(
                r -> r.name("orders").eventPattern(PATTERN).description("old").state(RuleState.DISABLED));
        events.putTargets(r -> r.rule("orders").targets(target("queue", queueArn("kept"))));

        events.putRule(r -> r.name("orders").eventPattern("{\"source\":[\"other\"]}"));

        DescribeRuleResponse rule = events.describeRule(r -> r.name("orders"));
        assertThat(rule.eventPattern()).isEqualTo("{\"source\":[\"other\"]}");
        assertThat(rule.description()).isNull();
        assertThat(rule.state()).isEqualTo(RuleState.ENABLED);
        assertThat(events.listTargetsByRule(r -> r.rule("orders")).targets()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "shop"})
    void aRuleIsDisabledAndEnabled(String bus) {
        if (!bus.equals("default")) {
            events.createEventBus(r -> r.name(bus));
        }
        events.putRule(r -> r.name("orders").eventBusName(bus).eventPattern(PATTERN));

        events.disableRule(r -> r.name("orders").eventBusName(bus));
        assertThat(events.describeRule(r -> r.name("orders").eventBusName(bus)).state())
                .isEqualTo(RuleState.DISABLED);

        events.enableRule(r -> r.name("orders").eventBusName(bus));
        DescribeRuleResponse rule = events.describeRule(r -> r.name("orders").eventBusName(bus));
        assertThat(rule.state()).isEqualTo(RuleState.ENABLED);
        assertThat(rule.arn()).isEqualTo(ruleArn(bus.equals("default") ? "orders" : "shop/orders"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused(
                "ValidationException",
                "Parameter(s) EventPattern or ScheduleExpression must be specified.",
                () -> events.putRule(r -> r.name("orders")));
        assertRefused(
                "ResourceNotFoundException",
                "Event bus shop does not exist.",
                () -> events.putRule(r -> r.name("orders").eventBusName("shop").eventPattern(PATTERN)));
        assertRefused(
                "ResourceNotFoundException",
                "Rule orders does not exist on EventBus default.",
                () -> events.describeRule(r -> r.name("orders")));
        assertRefused(
                "ResourceNotFoundException",
                "Rule orders does not exist on EventBus default.",
                () -> events.putTargets(r -> r.rule("orders").targets(target("t", queueArn("q")))));
        events.createEventBus(r -> r.name("shop"));
        assertRefused(
                "ValidationException",
                "ScheduleExpression is supported only on the default event bus.",
                () -> events.putRule(r -> r.name("orders").eventBusName("shop").scheduleExpression("rate(5 minutes)")));
    }

    @Test
    void aRuleWithTargetsIsNotDeleted() {
        ruleToQueue("orders");

        assertRefused(
                "ValidationException",
                "Rule can't be deleted since it has targets.",
                () -> events.deleteRule(r -> r.name("orders")));

        events.removeTargets(r -> r.rule("orders").ids("queue"));
        events.deleteRule(r -> r.name("orders"));
        events.deleteRule(r -> r.name("orders"));
        assertThat(events.listRules(r -> {}).rules()).isEmpty();
    }

    @Test
    void rulesAreListedPageByPage() {
        for (int i = 0; i < 5; i++) {
            String name = "rule-" + i;
            events.putRule(r -> r.name(name).eventPattern(PATTERN));
        }

        ListRulesResponse first = events.listRules(r -> r.namePrefix("rule-").limit(3));
        ListRulesResponse second =
                events.listRules(r -> r.namePrefix("rule-").limit(3).nextToken(first.nextToken()));

        assertThat(first.rules()).extracting(Rule::name).containsExactly("rule-0", "rule-1", "rule-2");
        assertThat(second.rules()).extracting(Rule::name).containsExactly("rule-3", "rule-4");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void rulesAreFoundByTheirTarget() {
        String arn = queue("orders");
        for (int i = 0; i < 5; i++) {
            String name = "rule-" + i;
            events.putRule(r -> r.name(name).eventPattern(PATTERN));
            events.putTargets(r -> r.rule(name).targets(target("t", arn)));
        }
        events.putRule(r -> r.name("without").eventPattern(PATTERN));

        ListRuleNamesByTargetResponse first =
                events.listRuleNamesByTarget(r -> r.targetArn(arn).limit(2));
        ListRuleNamesByTargetResponse rest =
                events.listRuleNamesByTarget(r -> r.targetArn(arn).nextToken(first.nextToken()));

        assertThat(first.ruleNames()).containsExactly("rule-0", "rule-1");
        assertThat(rest.ruleNames()).containsExactly("rule-2", "rule-3", "rule-4");
    }

    @Test
    void aBusHasThreeHundredRules() {
        for (int i = 0; i < 300; i++) {
            String name = "rule-" + i;
            events.putRule(r -> r.name(name).eventPattern(PATTERN));
        }

        assertRefused(
                "LimitExceededException",
                LIMIT,
                () -> events.putRule(r -> r.name("more").eventPattern(PATTERN)));
        events.putRule(r -> r.name("rule-7").eventPattern("{\"source\":[\"other\"]}"));
    }

    @Test
    void targetsArePutListedAndRemoved() {
        events.putRule(r -> r.name("orders").eventPattern(PATTERN));
        String arn = queue("orders");

        PutTargetsResponse put = events.putTargets(r -> r.rule("orders").targets(target("one", arn)));
        assertThat(put.failedEntryCount()).isZero();
        assertThat(put.hasFailedEntries()).isTrue();
        assertThat(put.failedEntries()).isEmpty();
        assertThat(events.listTargetsByRule(r -> r.rule("orders")).targets()).containsExactly(target("one", arn));

        Target changed = target("one", arn).toBuilder().inputPath("$.detail").build();
        events.putTargets(r -> r.rule("orders").targets(changed));
        assertThat(events.listTargetsByRule(r -> r.rule("orders")).targets()).containsExactly(changed);

        RemoveTargetsResponse removed =
                events.removeTargets(r -> r.rule("orders").ids("one"));
        assertThat(removed.failedEntryCount()).isZero();
        assertThat(removed.hasFailedEntries()).isTrue();
        assertThat(events.listTargetsByRule(r -> r.rule("orders")).targets()).isEmpty();
    }

    @Test
    void aRuleHasFiveTargets() {
        events.putRule(r -> r.name("orders").eventPattern(PATTERN));
        String arn = queue("orders");
        for (int i = 0; i < 5; i++) {
            String id = "t" + i;
            events.putTargets(r -> r.rule("orders").targets(target(id, arn)));
        }

        assertRefused(
                "LimitExceededException",
                LIMIT,
                () -> events.putTargets(r -> r.rule("orders").targets(target("t5", arn))));
        ListTargetsByRuleResponse first =
                events.listTargetsByRule(r -> r.rule("orders").limit(3));
        ListTargetsByRuleResponse second =
                events.listTargetsByRule(r -> r.rule("orders").nextToken(first.nextToken()));
        assertThat(first.targets()).extracting(Target::id).containsExactly("t0", "t1", "t2");
        assertThat(second.targets()).extracting(Target::id).containsExactly("t3", "t4");
    }

    @Test
    void targetsThatCannotBeCalledAreRefused() {
        events.putRule(r -> r.name("orders").eventPattern(PATTERN));
        String machine = "arn:aws:states:us-east-1:000000000000:stateMachine:flow";
        assertRefused(
                "ValidationException",
                "RoleArn is required for target " + machine + ".",
                () -> events.putTargets(r -> r.rule("orders").targets(target("t", machine))));
        assertRefused(
                "ValidationException",
                "Parameter arn:aws:s3:::bucket is not valid. Reason: Provided Arn is not in correct format.",
                () -> events.putTargets(r -> r.rule("orders").targets(target("t", "arn:aws:s3:::bucket"))));
        assertRefused(
                "ValidationException",
                "Parameter(s) SqsParameters must be specified for target: t.",
                () -> events.putTargets(r -> r.rule("orders").targets(target("t", queueArn("q.fifo")))));
        assertThat(AwsError.of(() -> events.putTargets(r -> r.rule("orders").targets(target("t", busArn("default")))))
                        .code())
                .isEqualTo("ValidationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule/orders", "rule/shop/orders", "event-bus/shop", "event-bus/default"})
    void busesAndRulesHaveTags(String resource) {
        events.createEventBus(r -> r.name("shop"));
        events.putRule(r -> r.name("orders").eventPattern(PATTERN));
        events.putRule(r -> r.name("orders").eventBusName("shop").eventPattern(PATTERN));
        String arn = "arn:aws:events:us-east-1:000000000000:" + resource;
        Tag one = Tag.builder().key("tag1").value("value1").build();
        Tag two = Tag.builder().key("tag2").value("value2").build();

        events.tagResource(r -> r.resourceARN(arn).tags(one, two));
        assertThat(events.listTagsForResource(r -> r.resourceARN(arn)).tags()).containsExactly(one, two);

        events.untagResource(r -> r.resourceARN(arn).tagKeys("tag2"));
        events.untagResource(r -> r.resourceARN(arn).tagKeys("never"));
        assertThat(events.listTagsForResource(r -> r.resourceARN(arn)).tags()).containsExactly(one);
    }

    @Test
    void aRuleIsPutWithTags() {
        List<Tag> tags = List.of(Tag.builder().key("tag1").value("value1").build());
        events.putRule(r -> r.name("orders").eventPattern(PATTERN).tags(tags));

        assertThat(events.listTagsForResource(r -> r.resourceARN(ruleArn("orders")))
                        .tags())
                .isEqualTo(tags);
        events.deleteRule(r -> r.name("orders"));
        assertRefused(
                "ResourceNotFoundException",
                "Rule orders does not exist on EventBus default.",
                () -> events.listTagsForResource(r -> r.resourceARN(ruleArn("orders"))));
    }
}
