package io.vaportrail.conformance.iam.enforce;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sts.model.Credentials;

/** An account with an administrator and a queue, to which users and roles are added. Apostrophes in policies are quotation marks. */
final class Household {
    static final String ACCOUNT = "000000000000";
    static final String OTHER_ACCOUNT = "444455556666";
    static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders";
    static final String USER_ARN = "arn:aws:iam::" + ACCOUNT + ":user/sarah";

    private final Clients clients;
    private final IamClient iam;
    private final SqsClient sqs;
    private final String queueUrl;

    Household(TestEmulator emulator) {
        this.clients = emulator.clients();
        this.iam = clients.iam("test");
        this.sqs = clients.sqs(Protocol.AWS_JSON, "test");
        this.queueUrl = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
    }

    IamClient iam() {
        return iam;
    }

    String queueUrl() {
        return queueUrl;
    }

    /** A user with a key and, unless {@code null}, an inline policy of that statement. */
    String user(String name, @Nullable String statement) {
        iam.createUser(r -> r.userName(name));
        if (statement != null) {
            iam.putUserPolicy(r -> r.userName(name).policyName("own").policyDocument(policy(statement)));
        }
        AccessKey key = iam.createAccessKey(r -> r.userName(name)).accessKey();
        return key.accessKeyId();
    }

    /** A managed policy of that statement. */
    String managed(String name, String statement) {
        return iam.createPolicy(r -> r.policyName(name).policyDocument(policy(statement)))
                .policy()
                .arn();
    }

    /** A role that the account's users may assume, with an inline policy of that statement. */
    String role(String name, String statement) {
        String arn = iam.createRole(r -> r.roleName(name)
                        .assumeRolePolicyDocument(policy(
                                "{'Effect':'Allow','Principal':{'AWS':'" + ACCOUNT + "'},'Action':'sts:AssumeRole'}")))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName(name).policyName("own").policyDocument(policy(statement)));
        return arn;
    }

    /** A session of a role, narrowed by a session policy unless {@code null}. */
    Credentials assume(String roleArn, @Nullable String statement) {
        return clients.sts("admin")
                .assumeRole(r ->
                        r.roleArn(roleArn).roleSessionName("job").policy(statement == null ? null : policy(statement)))
                .credentials();
    }

    void queuePolicy(String statement) {
        sqs.setQueueAttributes(
                r -> r.queueUrl(queueUrl).attributes(java.util.Map.of(QueueAttributeName.POLICY, policy(statement))));
    }

    void send(String accessKey) {
        send(clients.sqs(Protocol.AWS_JSON, accessKey));
    }

    void send(Credentials session) {
        send(clients.sqs(session));
    }

    void send(SqsClient client) {
        client.sendMessage(r -> r.queueUrl(queueUrl).messageBody("hello"));
    }

    static String policy(String statement) {
        return ("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"');
    }

    static String allow(String action) {
        return "{'Effect':'Allow','Action':'" + action + "','Resource':'*'}";
    }

    static String deny(String action) {
        return "{'Effect':'Deny','Action':'" + action + "','Resource':'*'}";
    }

    static String grant(String effect, String principal, String action) {
        return "{'Effect':'" + effect + "','Principal':" + principal + ",'Action':'" + action + "','Resource':'"
                + QUEUE_ARN + "'}";
    }
}
