package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.service.IamMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * The policy that the trail writes for what a principal did is the least: whoever has it can do the same again, and whoever has it
 * less one action, or less one resource, cannot.
 */
@EmulatorTest(iam = IamMode.ENFORCE)
class LeastPrivilegeTest {
    private static final String TRAIL = "/_vaportrail/trail";
    private static final String EVERYTHING = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"*\",\"Resource\":\"*\"}]}";

    private Wire wire;
    private IamClient iam;
    private Workload work;
    private ObjectNode policy;

    @BeforeEach
    void workBetweenTwoMarkers(TestEmulator emulator) {
        wire = new Wire(emulator.endpoint());
        iam = emulator.clients().iam("test");
        work = new Workload(emulator);
        String key = user("worker", EVERYTHING);
        wire.post(TRAIL + "/markers/A", "");
        work.doAs(key);
        wire.post(TRAIL + "/markers/B", "");
        policy = (ObjectNode) Trail.parse(wire.get(TRAIL + "/policy?principal=worker&since=marker:A&until=marker:B")
                .body());
    }

    @Test
    void allowsTheSameAgain() {
        assertThat(refusal(user("heir", policy.toString()))).isNull();
    }

    @Test
    void allowsItWithoutNoActionLess() {
        String key = user("less", policy.toString());
        Map<String, ObjectNode> lesser = without("Action");
        assertThat(lesser).hasSizeGreaterThan(30);
        assertThat(lesser.keySet()).contains("sqs:SendMessage", "sns:Publish", "s3:PutObjectTagging", "sts:AssumeRole");
        lesser.forEach((action, reduced) -> assertRefused(key, action, reduced));
    }

    @Test
    void allowsItOnNoResourceLess() {
        String key = user("less", policy.toString());
        without("Resource").forEach((resource, reduced) -> assertRefused(key, resource, reduced));
    }

    private void assertRefused(String key, String less, ObjectNode reduced) {
        iam.putUserPolicy(r -> r.userName("less").policyName("own").policyDocument(reduced.toString()));
        AwsServiceException refusal = Objects.requireNonNull(refusal(key), "refused without " + less);
        assertThat(refusal.awsErrorDetails().errorCode())
                .as("without " + less)
                .containsPattern("^(AccessDenied|AuthorizationError)");
    }

    @Test
    void isMergedAndSorted() {
        List<String> firsts = new ArrayList<>();
        List<String> resources = new ArrayList<>();
        for (JsonNode statement : policy.get("Statement")) {
            assertThat(texts(statement.get("Action"))).isSorted().doesNotHaveDuplicates();
            assertThat(texts(statement.get("Resource"))).isSorted().doesNotHaveDuplicates();
            firsts.add(statement.at("/Action/0").asText());
            resources.add(statement.get("Resource").toString());
        }
        assertThat(firsts).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(resources).as("statements on the same resources").doesNotHaveDuplicates();
    }

    /** What the user of the key is refused with, or {@code null} when all the work can be done. */
    private @Nullable AwsServiceException refusal(String key) {
        work.cleanUp();
        return catchThrowableOfType(AwsServiceException.class, () -> work.doAs(key));
    }

    /** The policy less each text under a name in its statements, by that text. */
    private Map<String, ObjectNode> without(String name) {
        Map<String, ObjectNode> lesser = new LinkedHashMap<>();
        for (int i = 0; i < policy.get("Statement").size(); i++) {
            List<String> texts = texts(policy.at("/Statement/" + i + "/" + name));
            for (int j = 0; j < texts.size(); j++) {
                ObjectNode reduced = policy.deepCopy();
                ArrayNode left = (ArrayNode) reduced.at("/Statement/" + i + "/" + name);
                left.remove(j);
                if (left.isEmpty()) {
                    ((ArrayNode) reduced.get("Statement")).remove(i);
                }
                lesser.put(texts.get(j), reduced);
            }
        }
        return lesser;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private String user(String name, String document) {
        iam.createUser(r -> r.userName(name));
        iam.putUserPolicy(r -> r.userName(name).policyName("own").policyDocument(document));
        return iam.createAccessKey(r -> r.userName(name)).accessKey().accessKeyId();
    }
}
