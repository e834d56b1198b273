package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** The resources of events in the history: not those of the records, but all that parameters and answers name. */
@EmulatorTest
class LookupResourcesTest {
    private Clients clients;
    private CloudTrailClient trail;

    @BeforeEach
    void connect(TestEmulator emulator) {
        clients = emulator.clients();
        trail = clients.cloudTrail("auditor");
    }

    @Test
    void anAssumedRoleShowsItsKeyItsSessionThreeTimesAndTheRole() {
        String role = clients.iam("test")
                .createRole(r -> r.roleName("Deployer")
                        .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                + "\"Principal\":{\"AWS\":\"000000000000\"},\"Action\":\"sts:AssumeRole\"}]}"))
                .role()
                .arn();
        AssumeRoleResponse session =
                clients.sts("sarah").assumeRole(r -> r.roleArn(role).roleSessionName("release"));

        assertThat(resourcesOf("AssumeRole"))
                .containsExactly(
                        "AWS::IAM::AccessKey " + session.credentials().accessKeyId(),
                        "AWS::STS::AssumedRole release",
                        "AWS::STS::AssumedRole " + session.assumedRoleUser().assumedRoleId(),
                        "AWS::STS::AssumedRole " + session.assumedRoleUser().arn(),
                        "AWS::IAM::Role " + role);
        assertThat(resourcesOf("CreateRole")).contains("AWS::IAM::Role Deployer");
    }

    @Test
    void bucketsTopicsAndUsersAreFoundByTheirNames() {
        clients.s3("sarah").createBucket(r -> r.bucket("shop-orders"));
        clients.sns("sarah").createTopic(r -> r.name("news"));
        clients.iam("sarah").createUser(r -> r.userName("nora"));
        clients.iam("sarah").createAccessKey(r -> r.userName("nora"));

        assertThat(resourcesOf("CreateBucket")).containsExactly("AWS::S3::Bucket shop-orders");
        assertThat(resourcesOf("CreateTopic")).contains("AWS::SNS::Topic news");
        assertThat(resourcesOf("CreateAccessKey"))
                .hasSize(2)
                .contains("AWS::IAM::User nora")
                .anyMatch(resource -> resource.startsWith("AWS::IAM::AccessKey AKIA"));
        assertThat(lookup(LookupAttributeKey.RESOURCE_NAME, "nora"))
                .extracting(Event::eventName)
                .containsExactly("CreateAccessKey", "CreateUser");
        assertThat(lookup(LookupAttributeKey.RESOURCE_TYPE, "AWS::S3::Bucket"))
                .extracting(Event::eventName)
                .containsExactly("CreateBucket");
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupAttributeKey.class,
            names = {"ACCESS_KEY_ID", "READ_ONLY", "RESOURCE_NAME", "RESOURCE_TYPE", "USERNAME"})
    void insightsAreNotLookedUpByWhatTheyDoNotHave(LookupAttributeKey key) {
        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.eventCategory("insight")
                                .lookupAttributes(a -> a.attributeKey(key).attributeValue("x"))))
                        .code())
                .isEqualTo("InvalidLookupAttributesException");
    }

    @Test
    void aCategoryThatIsNoneIsRefused() {
        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.eventCategory("data")))
                        .code())
                .isEqualTo("InvalidEventCategoryException");
    }

    private List<String> resourcesOf(String eventName) {
        return lookup(LookupAttributeKey.EVENT_NAME, eventName).get(0).resources().stream()
                .map(resource -> resource.resourceType() + " " + resource.resourceName())
                .toList();
    }

    private List<Event> lookup(LookupAttributeKey key, String value) {
        return trail.lookupEvents(
                        r -> r.lookupAttributes(a -> a.attributeKey(key).attributeValue(value)))
                .events();
    }
}
