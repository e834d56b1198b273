package io.vaportrail.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.CancelMessageMoveTaskRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.DeleteMessageRequest;
import io.vaportrail.model.sqs.GetQueueAttributesRequest;
import io.vaportrail.model.sqs.ListQueuesRequest;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SetQueueAttributesRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.model.sqs.StartMessageMoveTaskRequest;
import io.vaportrail.model.sqs.TagQueueRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever text stands where SQS expects a certain form, the answer is a refusal of the caller's or a success, never an accident. */
final class HostileInputProperties {
    private final SqsFixture sqs = new SqsFixture();
    private final String url = sqs.queue("orders");

    @Provide
    Arbitrary<String> text() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> punctuation = Arbitraries.strings()
                .withChars("{}[]\":,/.-=+_0123456789aAzZ \\\n\u0000")
                .ofMaxLength(60);
        Arbitrary<String> encoded =
                any.map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<String> handle = Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(27)
                .map(bytes -> Base64.getEncoder().encodeToString(bytes));
        Arbitrary<String> nested = Arbitraries.integers()
                .between(1, 3_000)
                .map(depth -> "{\"Statement\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
        Arbitrary<String> address = any.map(text -> "http://localhost/" + text);
        return Arbitraries.oneOf(any, punctuation, encoded, handle, nested, address);
    }

    @Property(tries = 600)
    void textInAnyPlaceIsRefusedOrTaken(@ForAll("text") String text) {
        answered(
                SqsService.DELETE_MESSAGE,
                DeleteMessageRequest.builder().queueUrl(url).receiptHandle(text).build());
        answered(
                SqsService.GET_QUEUE_ATTRIBUTES,
                GetQueueAttributesRequest.builder().queueUrl(text).build());
        answered(
                SqsService.LIST_QUEUES,
                ListQueuesRequest.builder().maxResults(1).nextToken(text).build());
        answered(
                SqsService.CANCEL_MESSAGE_MOVE_TASK,
                CancelMessageMoveTaskRequest.builder().taskHandle(text).build());
        answered(
                SqsService.START_MESSAGE_MOVE_TASK,
                StartMessageMoveTaskRequest.builder().sourceArn(text).build());
        answered(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder().queueName(text).build());
        answered(
                SqsService.TAG_QUEUE,
                TagQueueRequest.builder().queueUrl(url).tags(Map.of(text, text)).build());
    }

    @Property(tries = 300)
    void textInAnyAttributeIsRefusedOrTaken(@ForAll("text") String text) {
        for (String name : List.of(
                QueueAttributeName.POLICY,
                QueueAttributeName.REDRIVE_POLICY,
                QueueAttributeName.REDRIVE_ALLOW_POLICY,
                QueueAttributeName.DELAY_SECONDS,
                QueueAttributeName.SQS_MANAGED_SSE_ENABLED,
                QueueAttributeName.KMS_MASTER_KEY_ID)) {
            answered(
                    SqsService.SET_QUEUE_ATTRIBUTES,
                    SetQueueAttributesRequest.builder()
                            .queueUrl(url)
                            .attributes(Map.of(name, text))
                            .build());
        }
    }

    @Property(tries = 300)
    void textInAnyPartOfAMessageIsRefusedOrTaken(@ForAll("text") String text) {
        MessageAttributeValue value = MessageAttributeValue.builder()
                .dataType("Number")
                .stringValue(text)
                .build();
        answered(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder()
                        .queueUrl(url)
                        .messageBody(text)
                        .messageGroupId(text)
                        .messageAttributes(Map.of("n", value))
                        .build());
        answered(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder().queueUrl(url).messageBody(text).build());
    }

    private <I extends Struct, O extends Struct> void answered(OperationSchema<I, O> operation, I input) {
        try {
            assertThat(sqs.call(operation, input)).isNotNull();
        } catch (ServiceException e) {
            assertThat(e.error().senderFault()).as("%s", e).isTrue();
        }
    }
}
