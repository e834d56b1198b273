package io.vaportrail.conformance.iam.enforce;

import static io.vaportrail.conformance.iam.enforce.Household.ACCOUNT;
import static io.vaportrail.conformance.iam.enforce.Household.OTHER_ACCOUNT;
import static io.vaportrail.conformance.iam.enforce.Household.QUEUE_ARN;
import static io.vaportrail.conformance.iam.enforce.Household.USER_ARN;
import static io.vaportrail.conformance.iam.enforce.Household.allow;
import static io.vaportrail.conformance.iam.enforce.Household.deny;
import static io.vaportrail.conformance.iam.enforce.Household.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.service.IamMode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** {@code --iam enforce}: who may and who may not. */
@EmulatorTest(iam = IamMode.ENFORCE)
final class EnforceTest {
    private static final String SEND = "sqs:SendMessage";
    private static final String NOT_AUTHORIZED =
            "User: " + USER_ARN + " is not authorized to perform: sqs:sendmessage on resource: " + QUEUE_ARN;

    private final Clients clients;
    private final TestEmulator emulator;
    private Household home;

    EnforceTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.clients = emulator.clients();
    }

    @BeforeEach
    void makeHousehold() {
        home = new Household(emulator);
    }

    @Test
    void whoWasNeverCreatedIsAnAdministrator() {
        assertThatCode(() -> home.send("sarah")).doesNotThrowAnyException();
        assertThatCode(() -> clients.iam("sarah").createUser(r -> r.userName("made")))
                .doesNotThrowAnyException();
    }

    @Test
    void aUserWithoutPoliciesMayNothing() {
        String key = home.user("sarah", null);

        AwsError error = AwsError.of(() -> home.send(key));

        assertThat(error.code()).isEqualTo("AccessDenied");
        assertThat(error.status()).isEqualTo(403);
        assertThat(error.message())
                .startsWith(NOT_AUTHORIZED + " because no identity-based policy allows the sqs:sendmessage action");
    }

    @Test
    void theSameOverAwsQuery() {
        String key = home.user("sarah", null);

        AwsError error = AwsError.of(() -> home.send(clients.sqs(Protocol.AWS_QUERY, key)));

        assertThat(error.code()).isEqualTo("AccessDenied");
        assertThat(error.status()).isEqualTo(403);
        assertThat(error.message()).startsWith(NOT_AUTHORIZED);
    }

    @Test
    void anInlinePolicyAllows() {
        String key = home.user("sarah", allow(SEND));

        home.send(key);

        AwsError error =
                AwsError.of(() -> clients.sqs(Protocol.AWS_JSON, key).receiveMessage(r -> r.queueUrl(home.queueUrl())));
        assertThat(error.message()).contains("sqs:receivemessage");
    }

    @Test
    void aBatchNeedsTheActionOfItsEntries() {
        String key = home.user("sarah", allow(SEND));

        assertThatCode(() -> clients.sqs(Protocol.AWS_JSON, key).sendMessageBatch(r -> r.queueUrl(home.queueUrl())
                        .entries(e -> e.id("a").messageBody("a"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aManagedPolicyOfAGroupAllows() {
        String key = home.user("sarah", null);
        String arn = home.managed("send", allow(SEND));
        home.iam().createGroup(r -> r.groupName("senders"));
        home.iam().attachGroupPolicy(r -> r.groupName("senders").policyArn(arn));
        assertThat(AwsError.of(() -> home.send(key)).code()).isEqualTo("AccessDenied");

        home.iam().addUserToGroup(r -> r.groupName("senders").userName("sarah"));

        assertThatCode(() -> home.send(key)).doesNotThrowAnyException();
    }

    @Test
    void anExplicitDenyWins() {
        String key = home.user("sarah", allow("*") + "," + deny(SEND));

        assertThat(AwsError.of(() -> home.send(key)).message())
                .startsWith(NOT_AUTHORIZED + " with an explicit deny in an identity-based policy");
    }

    @Test
    void aPermissionsBoundaryBounds() {
        String key = home.user("sarah", allow("*"));
        String boundary = home.managed("bound", allow("sqs:Receive*"));
        home.iam().putUserPermissionsBoundary(r -> r.userName("sarah").permissionsBoundary(boundary));

        assertThat(AwsError.of(() -> home.send(key)).message())
                .startsWith(NOT_AUTHORIZED + " because no permissions boundary allows the sqs:sendmessage action");
    }

    @Test
    void conditionsAndVariablesDecide() {
        String own = "{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:*:*:${aws:username}-*',"
                + "'Condition':{'IpAddress':{'aws:SourceIp':'127.0.0.0/8'},'Bool':{'aws:SecureTransport':'false'},"
                + "'StringEquals':{'aws:RequestedRegion':'us-east-1'}}}";
        String key = home.user("sarah", own);
        SqsClient sarah = clients.sqs(Protocol.AWS_JSON, key);

        assertThatCode(() -> sarah.createQueue(r -> r.queueName("sarah-orders")))
                .doesNotThrowAnyException();
        assertThat(AwsError.of(() -> sarah.createQueue(r -> r.queueName("sam-orders")))
                        .message())
                .contains("sqs:createqueue on resource: arn:aws:sqs:us-east-1:" + ACCOUNT + ":sam-orders");
    }

    @Test
    void theQueuesPolicyAllowsAUserOfTheAccountByItself() {
        String key = home.user("sarah", null);
        home.queuePolicy(grant("Allow", "{'AWS':'" + USER_ARN + "'}", SEND));

        assertThatCode(() -> home.send(key)).doesNotThrowAnyException();
    }

    @Test
    void theQueuesPolicyStopsAdministrators() {
        home.queuePolicy(grant("Deny", "'*'", SEND));

        assertThat(AwsError.of(() -> home.send("admin")).message())
                .contains("with an explicit deny in a resource-based policy");
    }

    @Test
    void betweenAccountsTheQueuesPolicyMustAllow() {
        String stranger = "sam@" + OTHER_ACCOUNT;

        assertThat(AwsError.of(() -> home.send(stranger)).message())
                .contains("because no resource-based policy allows the sqs:sendmessage action");
        home.queuePolicy(grant("Allow", "{'AWS':'" + OTHER_ACCOUNT + "'}", SEND));
        assertThatCode(() -> home.send(stranger)).doesNotThrowAnyException();
        assertThat(AwsError.of(() ->
                                clients.sqs(Protocol.AWS_JSON, stranger).purgeQueue(r -> r.queueUrl(home.queueUrl())))
                        .code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void aSessionPolicyNarrowsARole() {
        String role = home.role("worker", allow("sqs:*"));
        Credentials whole = home.assume(role, null);
        Credentials narrowed = home.assume(role, allow("sqs:Receive*"));

        assertThatCode(() -> home.send(whole)).doesNotThrowAnyException();
        assertThat(AwsError.of(() -> home.send(narrowed)).message())
                .startsWith("User: arn:aws:sts::" + ACCOUNT + ":assumed-role/worker/job is not authorized to perform:"
                        + " sqs:sendmessage on resource: " + QUEUE_ARN
                        + " because no session policy allows the sqs:sendmessage action");
    }

    @Test
    void aRoleIsAssumedWithTheCallersPermissionOnly() {
        String role = home.role("worker", allow("sqs:*"));
        String key = home.user("sarah", null);

        AwsError error = AwsError.of(
                () -> clients.sts(key).assumeRole(r -> r.roleArn(role).roleSessionName("job")));

        assertThat(error.code()).isEqualTo("AccessDenied");
        assertThat(error.message())
                .startsWith("User: " + USER_ARN + " is not authorized to perform: sts:AssumeRole on resource: " + role);
        home.iam().putUserPolicy(r -> r.userName("sarah")
                .policyName("own")
                .policyDocument(Household.policy(allow("sts:AssumeRole"))));
        assertThatCode(() -> clients.sts(key).assumeRole(r -> r.roleArn(role).roleSessionName("job")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsTaggedAtOnceNeedsThePermissionToTag() {
        String key = home.user("sarah", allow("sts:AssumeRole") + "," + allow("sqs:CreateQueue"));
        String role = home.iam()
                .createRole(r -> r.roleName("tagged")
                        .assumeRolePolicyDocument(Household.policy("{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT
                                + "'},'Action':['sts:AssumeRole','sts:TagSession']}")))
                .role()
                .arn();

        assertThatCode(() -> clients.sts(key).assumeRole(r -> r.roleArn(role).roleSessionName("plain")))
                .doesNotThrowAnyException();
        AwsError session = AwsError.of(() -> clients.sts(key)
                .assumeRole(r -> r.roleArn(role).roleSessionName("team").tags(t -> t.key("team")
                        .value("blue"))));
        AwsError queue = AwsError.of(() -> clients.sqs(Protocol.AWS_JSON, key)
                .createQueue(r -> r.queueName("blue").tags(Map.of("team", "blue"))));

        assertThat(session.message()).contains("is not authorized to perform: sts:TagSession on resource: " + role);
        assertThat(queue.message()).contains("is not authorized to perform: sqs:tagqueue on resource: ");
    }

    @Test
    void everybodyMayAskWhoTheyAre() {
        String key = home.user("sarah", deny("*"));

        assertThat(clients.sts(key).getCallerIdentity().arn()).isEqualTo(USER_ARN);
    }

    @Test
    void iamItselfIsGuarded() {
        String key = home.user("sarah", allow("sqs:*"));

        AwsError error = AwsError.of(() -> clients.iam(key).createUser(r -> r.userName("more")));

        assertThat(error.code()).isEqualTo("AccessDenied");
        assertThat(error.status()).isEqualTo(403);
        assertThat(error.message())
                .startsWith("User: " + USER_ARN
                        + " is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::" + ACCOUNT
                        + ":user/more because no identity-based policy allows the iam:CreateUser action");
    }

    @Test
    void aChangedPolicyCountsAtOnce() {
        String key = home.user("sarah", allow(SEND));
        home.send(key);

        home.iam().deleteUserPolicy(r -> r.userName("sarah").policyName("own"));

        assertThat(AwsError.of(() -> home.send(key)).code()).isEqualTo("AccessDenied");
    }
}
