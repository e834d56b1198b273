package io.vaportrail.trail.record;

import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateChannelRequest;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DeleteAlarmsInput;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.CreateQueueResult;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.model.sqs.StartMessageMoveTaskRequest;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.trail.store.TrailFixture;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MinedResourcesTest {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String URL = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";

    private final TrailFixture trail = new TrailFixture();

    @Test
    void aQueueIsFoundByNameAndUrlAllItsLife() {
        assertThat(mined(
                        SqsService.CREATE_QUEUE,
                        CreateQueueRequest.builder().queueName("orders").build(),
                        CreateQueueResult.builder().queueUrl(URL).build()))
                .containsExactly(new NamedResource(QUEUE, "orders"), new NamedResource(QUEUE, URL));
        assertThat(mined(
                        SqsService.DELETE_QUEUE,
                        DeleteQueueRequest.builder().queueUrl(URL).build(),
                        null))
                .containsExactly(new NamedResource(QUEUE, "orders"), new NamedResource(QUEUE, URL));
    }

    @Test
    void bothQueuesOfAMoveTaskAreFound() {
        assertThat(mined(
                        SqsService.START_MESSAGE_MOVE_TASK,
                        StartMessageMoveTaskRequest.builder()
                                .sourceArn("arn:aws:sqs:eu-west-1:111122223333:dead")
                                .destinationArn("arn:aws:sqs:eu-west-1:111122223333:orders")
                                .build(),
                        null))
                .containsExactly(
                        new NamedResource(QUEUE, "dead"),
                        new NamedResource(QUEUE, "arn:aws:sqs:eu-west-1:111122223333:dead"),
                        new NamedResource(QUEUE, "orders"),
                        new NamedResource(QUEUE, "arn:aws:sqs:eu-west-1:111122223333:orders"));
    }

    @Test
    void anAssumeRoleShowsKeySessionAndRole() {
        assertThat(mined(
                        StsService.ASSUME_ROLE,
                        AssumeRoleRequest.builder()
                                .roleArn("arn:role")
                                .roleSessionName("nightly")
                                .build(),
                        AssumeRoleResponse.builder()
                                .credentials(Credentials.builder()
                                        .accessKeyId("ASIAEXAMPLE")
                                        .secretAccessKey("s")
                                        .sessionToken("t")
                                        .expiration(Instant.EPOCH)
                                        .build())
                                .assumedRoleUser(AssumedRoleUser.builder()
                                        .assumedRoleId("AROAEXAMPLE:nightly")
                                        .arn("arn:session")
                                        .build())
                                .build()))
                .containsExactly(
                        new NamedResource("AWS::IAM::AccessKey", "ASIAEXAMPLE"),
                        new NamedResource("AWS::STS::AssumedRole", "nightly"),
                        new NamedResource("AWS::STS::AssumedRole", "AROAEXAMPLE:nightly"),
                        new NamedResource("AWS::STS::AssumedRole", "arn:session"),
                        new NamedResource("AWS::IAM::Role", "arn:role"));
    }

    @Test
    void everyElementOfAListIsFound() {
        assertThat(mined(
                        CloudWatchService.DELETE_ALARMS,
                        DeleteAlarmsInput.builder()
                                .alarmNames(List.of("a", "b"))
                                .build(),
                        null))
                .extracting(NamedResource::name)
                .containsExactly("a", "b");
    }

    @Test
    void aNameIsTakenForWhatItNames() {
        assertThat(mined(
                        CloudTrailService.CREATE_TRAIL,
                        CreateTrailRequest.builder().name("t").s3BucketName("b").build(),
                        null))
                .containsExactly(
                        new NamedResource("AWS::CloudTrail::Trail", "t"), new NamedResource("AWS::S3::Bucket", "b"));
        assertThat(mined(
                        CloudTrailService.CREATE_CHANNEL,
                        CreateChannelRequest.builder()
                                .name("c")
                                .source("s")
                                .destinations(List.of())
                                .build(),
                        null))
                .isEmpty();
    }

    @Test
    void withoutParametersThereIsNothing() {
        assertThat(mined(SqsService.LIST_QUEUES, null, null)).isEmpty();
        assertThat(mined(io.vaportrail.model.ses.SesService.GET_SEND_QUOTA, null, null))
                .isEmpty();
    }

    private List<NamedResource> mined(
            OperationSchema<?, ?> operation, @Nullable Struct input, @Nullable Struct output) {
        trail.store.record(call(operation), input, output, null);
        return trail.newest(MinedResources::of);
    }
}
