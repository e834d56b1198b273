package io.vaportrail.trail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.DataResource;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.InsightSelector;
import io.vaportrail.model.cloudtrail.InsightType;
import io.vaportrail.model.cloudtrail.PutEventSelectorsRequest;
import io.vaportrail.model.cloudtrail.PutInsightSelectorsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.SqsService;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What trails put on the buses of EventBridge. */
class EventBridgeTest {
    private static final String QUEUE_CREATED = "CreateQueue";

    private Aws aws = new Aws();

    @AfterEach
    void end() {
        aws.close();
    }

    @Test
    void eventsAreRecordsOnTheBusOfTheirRegion() {
        aws.startTrail(CreateTrailRequest.builder()
                .name("audit")
                .s3BucketName(Aws.BUCKET)
                .isMultiRegionTrail(true)
                .build());
        createQueue("here", Aws.REGION);
        createQueue("there", "us-west-2");
        aws.deliver();

        assertThat(queues()).containsExactly("here", "there");
        PutEventsRequestEntry here = queueEvents().get(0);
        assertThat(here.source()).isEqualTo("aws.sqs");
        assertThat(here.detailType()).isEqualTo("AWS API Call via CloudTrail");
        assertThat(here.eventBusName()).isNull();
        assertThat(Objects.requireNonNull(here.time()).getEpochSecond()).isEqualTo(Aws.START.getEpochSecond());
        assertThat(aws.s3.text(aws.s3.keys("/CloudTrail/" + Aws.REGION).get(0)))
                .contains(Objects.requireNonNull(here.detail()));
        assertThat(aws.events.regions).contains("us-west-2").contains(Aws.REGION);
    }

    @Test
    void severalTrailsPutAnEventOnce() {
        aws.startTrail("one");
        aws.startTrail("two");
        createQueue("q", Aws.REGION);
        aws.deliver();

        assertThat(queues()).containsExactly("q");
    }

    @Test
    void whatNoTrailRecordsIsNotPut() {
        createQueue("before", Aws.REGION);
        aws.startTrail("audit");
        createQueue("during", Aws.REGION);
        createQueue("elsewhere", "us-west-2");
        aws.call(
                CloudTrailService.PUT_EVENT_SELECTORS,
                PutEventSelectorsRequest.builder()
                        .trailName("audit")
                        .eventSelectors(List.of(EventSelector.builder()
                                .includeManagementEvents(false)
                                .dataResources(List.of(DataResource.builder()
                                        .type("AWS::S3::Object")
                                        .values(List.of("arn:aws:s3"))
                                        .build()))
                                .build()))
                        .build());
        createQueue("deselected", Aws.REGION);
        aws.deliver();
        aws.stopLogging("audit");
        createQueue("after", Aws.REGION);
        aws.deliver();

        assertThat(queues()).containsExactly("during");
    }

    @Test
    void whatNoRuleLooksAtIsNotPut() {
        aws.trail.eventsWantedBy((account, region) -> region == null || region.equals(Aws.REGION));
        aws.startTrail(CreateTrailRequest.builder()
                .name("audit")
                .s3BucketName(Aws.BUCKET)
                .isMultiRegionTrail(true)
                .build());
        createQueue("here", Aws.REGION);
        createQueue("there", "us-west-2");
        aws.deliver();

        assertThat(queues()).containsExactly("here");
        assertThat(aws.events.regions).containsOnly(Aws.REGION);
    }

    @Test
    void whoLooksLaterDoesNotSeeWhatWasBefore() {
        AtomicBoolean looks = new AtomicBoolean();
        aws.trail.eventsWantedBy((account, region) -> looks.get());
        aws.startTrail("audit");
        createQueue("before", Aws.REGION);
        aws.deliver();
        looks.set(true);
        createQueue("after", Aws.REGION);
        aws.deliver();

        assertThat(queues()).containsExactly("after");
    }

    @Test
    void manyEventsCome() {
        aws.startTrail("audit");
        for (int i = 0; i < 1_000; i++) {
            createQueue("queue-" + i, Aws.REGION);
        }
        aws.deliver();

        assertThat(queues()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void aFailureIsRetriedAndLosesNothing() {
        aws.startTrail("audit");
        aws.events.closed = true;
        createQueue("q", Aws.REGION);
        aws.deliver();
        assertThat(aws.events.entries).isEmpty();
        assertThat(aws.status("audit").latestDeliveryError()).isNull();

        aws.events.closed = false;
        aws.clock.advance(Duration.ofMinutes(1));

        assertThat(queues()).containsExactly("q");
    }

    @Test
    void entriesThatFailAreRetriedAlone() {
        aws.startTrail("audit");
        aws.events.failing.add("\"queueName\":\"second\"");
        createQueue("first", Aws.REGION);
        createQueue("second", Aws.REGION);
        createQueue("third", Aws.REGION);
        aws.deliver();
        assertThat(queues()).containsExactly("first", "third");

        aws.events.failing.clear();
        aws.clock.advance(Duration.ofMinutes(1));

        assertThat(queues()).containsExactly("first", "third", "second");
    }

    @Test
    void insightsArePutToo() {
        aws.startTrail("audit");
        aws.call(
                CloudTrailService.PUT_INSIGHT_SELECTORS,
                PutInsightSelectorsRequest.builder()
                        .trailName("audit")
                        .insightSelectors(List.of(InsightSelector.builder()
                                .insightType(InsightType.API_CALL_RATE_INSIGHT)
                                .build()))
                        .build());
        aws.clock.advance(Duration.ofMinutes(2));
        for (int i = 0; i < 40; i++) {
            createQueue("queue-" + i, Aws.REGION);
        }
        aws.clock.advance(Duration.ofMinutes(5));

        assertThat(aws.events.entries)
                .filteredOn(entry -> "AWS Insight via CloudTrail".equals(entry.detailType()))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.source()).isEqualTo("aws.cloudtrail"));
        assertThat(Records.in(aws, "/CloudTrail-Insight/")).hasSize(2);
    }

    private void createQueue(String name, String region) {
        aws.call(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder().queueName(name).build(),
                Aws.SARAH,
                region);
    }

    private List<PutEventsRequestEntry> queueEvents() {
        return aws.events.entries.stream()
                .filter(entry -> String.valueOf(entry.detail()).contains(QUEUE_CREATED))
                .toList();
    }

    private List<String> queues() {
        return queueEvents().stream()
                .map(entry -> String.valueOf(entry.detail()).replaceAll(".*\"queueName\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
