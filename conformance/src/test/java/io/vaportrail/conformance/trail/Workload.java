package io.vaportrail.conformance.trail;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Some work over several services, which cleans up behind itself and can be done again, by whoever may. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class Workload {
    private static final String ACCOUNT = "000000000000";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + "{\"AWS\":\"" + ACCOUNT
                    + "\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String ALLOW = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
            + "\"sqs:*\",\"Resource\":\"*\"}]}";

    private final Clients clients;

    Workload(TestEmulator emulator) {
        this.clients = emulator.clients();
    }

    /** Does the work, as the user of a key. */
    void doAs(String key) {
        queues(clients.sqs(Protocol.AWS_JSON, key));
        topics(clients.sns(key));
        objects(clients.s3(key));
        roles(clients.iam(key), key);
        CloudTrailClient trail = clients.cloudTrail(key);
        trail.describeTrails(r -> {});
        trail.lookupEvents(r -> r.maxResults(1));
    }

    private static void queues(SqsClient sqs) {
        String url = sqs.createQueue(r -> r.queueName("jobs")).queueUrl();
        sqs.tagQueue(r -> r.queueUrl(url).tags(Map.of("Team", "billing")));
        sqs.getQueueUrl(r -> r.queueName("jobs"));
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("All"));
        sqs.listQueues(r -> r.queueNamePrefix("j"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));
        sqs.sendMessageBatch(r -> r.queueUrl(url).entries(e -> e.id("a").messageBody("y")));
        List<Message> messages = sqs.receiveMessage(r -> r.queueUrl(url)).messages();
        String handle = messages.get(0).receiptHandle();
        sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(9));
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
        sqs.purgeQueue(r -> r.queueUrl(url));
        sqs.deleteQueue(r -> r.queueUrl(url));
    }

    private static void topics(SnsClient sns) {
        String topic = sns.createTopic(r -> r.name("news")).topicArn();
        sns.setTopicAttributes(
                r -> r.topicArn(topic).attributeName("DisplayName").attributeValue("News"));
        String subscription = sns.subscribe(r -> r.topicArn(topic)
                        .protocol("sqs")
                        .endpoint("arn:aws:sqs:us-east-1:" + ACCOUNT + ":elsewhere")
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        sns.publish(r -> r.topicArn(topic).message("x"));
        sns.listSubscriptionsByTopic(r -> r.topicArn(topic));
        sns.unsubscribe(r -> r.subscriptionArn(subscription));
        sns.deleteTopic(r -> r.topicArn(topic));
    }

    private static void objects(S3Client s3) {
        s3.createBucket(r -> r.bucket("work-files"));
        s3.listBuckets();
        s3.putObject(r -> r.bucket("work-files").key("in/a.txt").tagging("Team=billing"), RequestBody.fromString("a"));
        s3.getObjectAsBytes(r -> r.bucket("work-files").key("in/a.txt"));
        s3.getObjectTagging(r -> r.bucket("work-files").key("in/a.txt"));
        s3.copyObject(r -> r.sourceBucket("work-files")
                .sourceKey("in/a.txt")
                .destinationBucket("work-files")
                .destinationKey("out/a.txt"));
        s3.listObjectsV2(r -> r.bucket("work-files").prefix("in/"));
        s3.deleteObject(r -> r.bucket("work-files").key("in/a.txt"));
        s3.deleteObject(r -> r.bucket("work-files").key("out/a.txt"));
        s3.getBucketLocation(r -> r.bucket("work-files"));
        s3.deleteBucket(r -> r.bucket("work-files"));
    }

    private void roles(IamClient iam, String key) {
        String role = iam.createRole(r -> r.roleName("Worker").assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName("Worker").policyName("own").policyDocument(ALLOW));
        iam.listRolePolicies(r -> r.roleName("Worker"));
        clients.sts(key).getCallerIdentity();
        clients.sts(key).assumeRole(r -> r.roleArn(role).roleSessionName("job"));
        iam.deleteRolePolicy(r -> r.roleName("Worker").policyName("own"));
        iam.deleteRole(r -> r.roleName("Worker"));
    }

    /** Removes what is left where the work was stopped half-way. */
    void cleanUp() {
        SqsClient sqs = clients.sqs(Protocol.AWS_JSON, "test");
        sqs.listQueues().queueUrls().forEach(url -> sqs.deleteQueue(r -> r.queueUrl(url)));
        SnsClient sns = clients.sns("test");
        sns.listTopics(r -> {}).topics().forEach(topic -> sns.deleteTopic(r -> r.topicArn(topic.topicArn())));
        S3Client s3 = clients.s3("test");
        try {
            s3.listObjectsV2(r -> r.bucket("work-files"))
                    .contents()
                    .forEach(object ->
                            s3.deleteObject(r -> r.bucket("work-files").key(object.key())));
            s3.deleteBucket(r -> r.bucket("work-files"));
        } catch (NoSuchBucketException e) {
            // it was not made
        }
        IamClient iam = clients.iam("test");
        if (iam.listRoles(r -> {}).roles().stream()
                .anyMatch(role -> role.roleName().equals("Worker"))) {
            iam.listRolePolicies(r -> r.roleName("Worker"))
                    .policyNames()
                    .forEach(name ->
                            iam.deleteRolePolicy(r -> r.roleName("Worker").policyName(name)));
            iam.deleteRole(r -> r.roleName("Worker"));
        }
    }
}
