package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.s3.S3Client;

/** What is done with trails. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class CloudTrailCalls {
    private CloudTrailCalls() {}

    static void trails(GoldenWorld world) {
        S3Client s3 = world.s3("auditor@" + ACCOUNT);
        s3.createBucket(r -> r.bucket("audit-logs"));
        s3.putBucketPolicy(r -> r.bucket("audit-logs")
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                        + "\"cloudtrail.amazonaws.com\"},\"Action\":[\"s3:GetBucketAcl\",\"s3:PutObject*\"],"
                        + "\"Resource\":[\"arn:aws:s3:::audit-logs\",\"arn:aws:s3:::audit-logs/*\"]}]}"));
        CloudTrailClient trail = world.cloudTrail("auditor@" + ACCOUNT);
        String arn = trail.createTrail(r -> r.name("all-calls")
                        .s3BucketName("audit-logs")
                        .includeGlobalServiceEvents(true)
                        .tagsList(t -> t.key("Team").value("audit")))
                .trailARN();
        trail.putEventSelectors(r -> r.trailName("all-calls").eventSelectors(s -> s.readWriteType(ReadWriteType.ALL)
                .includeManagementEvents(true)
                .dataResources(d -> d.type("AWS::S3::Object").values("arn:aws:s3:::shop-orders/"))));
        trail.putEventSelectors(r -> r.trailName("all-calls").advancedEventSelectors(s -> s.name("messages")
                .fieldSelectors(f -> f.field("eventCategory").equalsValue("Data"), f -> f.field("resources.type")
                        .equalsValue("AWS::SQS::Queue"))));
        trail.getEventSelectors(r -> r.trailName("all-calls"));
        trail.getTrail(r -> r.name("all-calls"));
        trail.describeTrails(r -> r.trailNameList("all-calls").includeShadowTrails(false));
        trail.listTrails(r -> {});
        trail.updateTrail(r -> r.name("all-calls").enableLogFileValidation(true));
        trail.addTags(r -> r.resourceId(arn).tagsList(t -> t.key("Stage").value("test")));
        trail.listTags(r -> r.resourceIdList(arn));
        trail.removeTags(r -> r.resourceId(arn).tagsList(t -> t.key("Stage")));
        trail.getTrailStatus(r -> r.name("all-calls"));
        trail.lookupEvents(
                r -> r.maxResults(5).startTime(GoldenWorld.NOW.minusSeconds(60)).lookupAttributes(a -> a.attributeKey(
                                LookupAttributeKey.EVENT_NAME)
                        .attributeValue("CreateTrail")));
        trail.lookupEvents(r -> r.eventCategory("insight"));
        trail.deleteTrail(r -> r.name("all-calls"));
        AwsError.of(() -> trail.startLogging(r -> r.name("all-calls")));
        AwsError.of(() -> trail.stopLogging(r -> r.name("arn:aws:cloudtrail:us-east-1:" + ACCOUNT + ":trail/gone")));
        AwsError.of(() -> trail.createTrail(r -> r.name("bad..name").s3BucketName("audit-logs")));
    }
}
