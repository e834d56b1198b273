package io.vaportrail.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.AddPermissionRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.GetQueueAttributesRequest;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.OverLimit;
import io.vaportrail.model.sqs.PurgeQueueInProgress;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.QueueNameExists;
import io.vaportrail.model.sqs.ReceiptHandleIsInvalid;
import io.vaportrail.model.sqs.SendMessageBatchRequest;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The facts of SQS that its model lacks, from AWS's Smithy model of SQS. */
class SqsModelTest {
    @Test
    void speaksJsonAndTheOlderQueryProtocol() {
        assertThat(SqsService.SERVICE.identification().protocols())
                .containsExactly(WireProtocol.AWS_JSON_1_0, WireProtocol.AWS_QUERY);
        assertThat(SqsService.SERVICE.identification().xmlNamespace())
                .isEqualTo("http://queue.amazonaws.com/doc/2012-11-05/");
        assertThat(SqsService.SERVICE.identification().queryCompatible()).isTrue();
        assertThat(SqsService.SERVICE.operations()).hasSize(23);
    }

    @Test
    void listsAreFlattenedUnderTheirQueryNames() {
        assertQueryName(GetQueueAttributesRequest.SCHEMA, "AttributeNames", "AttributeName");
        assertQueryName(AddPermissionRequest.SCHEMA, "AWSAccountIds", "AWSAccountId");
        assertQueryName(AddPermissionRequest.SCHEMA, "Actions", "ActionName");
        assertQueryName(SendMessageBatchRequest.SCHEMA, "Entries", "SendMessageBatchRequestEntry");
        assertQueryName(MessageAttributeValue.SCHEMA, "StringListValues", "StringListValue");
        Member values = member(MessageAttributeValue.SCHEMA, "StringListValues");
        assertThat(((ListSchema) values.target()).element().xmlName()).isEqualTo("StringListValue");
    }

    @Test
    void mapsAreFlattenedUnderTheirQueryNames() {
        assertQueryName(CreateQueueRequest.SCHEMA, "Attributes", "Attribute");
        assertEntryNames(CreateQueueRequest.SCHEMA, "Attributes", "Name", "Value");
        assertQueryName(CreateQueueRequest.SCHEMA, "tags", "Tag");
        assertEntryNames(CreateQueueRequest.SCHEMA, "tags", "Key", "Value");
        assertQueryName(SendMessageRequest.SCHEMA, "MessageAttributes", "MessageAttribute");
        assertEntryNames(SendMessageRequest.SCHEMA, "MessageAttributes", "Name", "Value");
        assertQueryName(SendMessageRequest.SCHEMA, "MessageSystemAttributes", "MessageSystemAttribute");
    }

    @Test
    void errorsHaveTheCodesAndStatusesOfTheQueryProtocol() {
        assertThat(QueueDoesNotExist.SCHEMA.error())
                .isEqualTo(new ErrorTrait(
                        "QueueDoesNotExist", 400, true, "AWS.SimpleQueueService.NonExistentQueue", 400));
        assertThat(PurgeQueueInProgress.SCHEMA.error())
                .isEqualTo(new ErrorTrait(
                        "PurgeQueueInProgress", 403, true, "AWS.SimpleQueueService.PurgeQueueInProgress", 403));
        assertThat(ReceiptHandleIsInvalid.SCHEMA.error()).isEqualTo(ErrorTrait.of("ReceiptHandleIsInvalid", 404, true));
        assertThat(OverLimit.SCHEMA.error()).isEqualTo(ErrorTrait.of("OverLimit", 403, true));
        assertThat(QueueNameExists.SCHEMA.error())
                .isEqualTo(new ErrorTrait("QueueNameExists", 400, true, "QueueAlreadyExists", 400));
    }

    @Test
    void enumValuesAreConstants() {
        assertThat(QueueAttributeName.VISIBILITY_TIMEOUT).isEqualTo("VisibilityTimeout");
        assertThat(QueueAttributeName.SCHEMA.constraints().enumValues())
                .contains(QueueAttributeName.ALL, QueueAttributeName.REDRIVE_ALLOW_POLICY);
    }

    @Test
    void buildersCopyCollectionsAndKeepTheirOrder() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : List.of("z", "y", "x", "a", "m", "b")) {
            attributes.put(name, "1");
        }
        CreateQueueRequest request =
                CreateQueueRequest.builder().queueName("q").attributes(attributes).build();
        List<String> names = new ArrayList<>(List.of("All"));
        GetQueueAttributesRequest other = GetQueueAttributesRequest.builder()
                .queueUrl("u")
                .attributeNames(names)
                .build();
        attributes.clear();
        names.clear();

        assertThat(request.attributes().keySet()).containsExactly("z", "y", "x", "a", "m", "b");
        assertThat(other.attributeNames()).containsExactly("All");
    }

    private static void assertQueryName(StructSchema<?> schema, String name, String queryName) {
        Member member = member(schema, name);
        assertThat(member.xmlName()).isEqualTo(queryName);
        assertThat(member.flattened()).isTrue();
    }

    private static void assertEntryNames(StructSchema<?> schema, String name, String key, String value) {
        MapSchema map = (MapSchema) member(schema, name).target();
        assertThat(map.key().xmlName()).isEqualTo(key);
        assertThat(map.value().xmlName()).isEqualTo(value);
    }

    private static Member member(StructSchema<?> schema, String name) {
        Member member = schema.memberNamed(name);
        assertThat(member).as(name).isNotNull();
        return member;
    }
}
