package io.vaportrail.conformance.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A valid request for every operation of SQS, as JSON and as a form. */
final class Templates {
    private static final String ENTRY = "\"Entries\":[{\"Id\":\"a\",";

    private Templates() {}

    /** Bodies by operation, for a queue, a receipt handle and the ARN of a dead-letter queue. */
    static Map<String, String> json(String url, String handle, String arn) {
        String queue = "{\"QueueUrl\":\"" + url + "\"";
        String receipt = "\"ReceiptHandle\":\"" + handle + "\"";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put(
                "AddPermission", queue + ",\"Label\":\"l\",\"AWSAccountIds\":[\"111122223333\"],\"Actions\":[\"*\"]}");
        bodies.put("CancelMessageMoveTask", "{\"TaskHandle\":\"" + handle + "\"}");
        bodies.put("ChangeMessageVisibility", queue + "," + receipt + ",\"VisibilityTimeout\":30}");
        bodies.put("ChangeMessageVisibilityBatch", queue + "," + ENTRY + receipt + ",\"VisibilityTimeout\":30}]}");
        bodies.put(
                "CreateQueue",
                "{\"QueueName\":\"fuzzed\",\"Attributes\":{\"VisibilityTimeout\":\"30\",\"RedrivePolicy\":\"{}\","
                        + "\"Policy\":\"{\\\"Statement\\\":[]}\"},\"tags\":{\"k\":\"v\"}}");
        bodies.put("DeleteMessage", queue + "," + receipt + "}");
        bodies.put("DeleteMessageBatch", queue + "," + ENTRY + receipt + "}]}");
        bodies.put("DeleteQueue", "{\"QueueUrl\":\"" + url + "-not\"}");
        bodies.put("GetQueueAttributes", queue + ",\"AttributeNames\":[\"All\",\"QueueArn\"]}");
        bodies.put("GetQueueUrl", "{\"QueueName\":\"orders\",\"QueueOwnerAWSAccountId\":\"000000000000\"}");
        bodies.put("ListDeadLetterSourceQueues", queue + ",\"MaxResults\":5,\"NextToken\":\"t\"}");
        bodies.put("ListMessageMoveTasks", "{\"SourceArn\":\"" + arn + "\",\"MaxResults\":5}");
        bodies.put("ListQueueTags", queue + "}");
        bodies.put("ListQueues", "{\"QueueNamePrefix\":\"o\",\"MaxResults\":5,\"NextToken\":\"t\"}");
        bodies.put("PurgeQueue", queue + "}");
        bodies.put(
                "ReceiveMessage",
                queue + ",\"AttributeNames\":[\"All\"],\"MessageAttributeNames\":[\"a.*\"],\"MaxNumberOfMessages\":10,"
                        + "\"VisibilityTimeout\":0,\"WaitTimeSeconds\":0}");
        bodies.put("RemovePermission", queue + ",\"Label\":\"l\"}");
        String attribute = "\"MessageAttributes\":{\"a\":{\"DataType\":\"String\",\"StringValue\":\"v\"},"
                + "\"b\":{\"DataType\":\"Binary\",\"BinaryValue\":\"AAEC\"},"
                + "\"n\":{\"DataType\":\"Number\",\"StringValue\":\"12\"}}";
        String trace =
                "\"MessageSystemAttributes\":{\"AWSTraceHeader\":{\"DataType\":\"String\",\"StringValue\":\"Root=1\"}}";
        bodies.put(
                "SendMessage",
                queue + ",\"MessageBody\":\"hello\",\"DelaySeconds\":0,\"MessageGroupId\":\"g\"," + attribute + ","
                        + trace + "}");
        bodies.put(
                "SendMessageBatch",
                queue + "," + ENTRY + "\"MessageBody\":\"hello\"," + attribute
                        + "},{\"Id\":\"b\",\"MessageBody\":\"x\"}]}");
        bodies.put(
                "SetQueueAttributes",
                queue + ",\"Attributes\":{\"DelaySeconds\":\"0\",\"MaximumMessageSize\":\"2048\"}}");
        bodies.put("StartMessageMoveTask", "{\"SourceArn\":\"" + arn + "\",\"MaxNumberOfMessagesPerSecond\":5}");
        bodies.put("TagQueue", queue + ",\"Tags\":{\"k\":\"v\"}}");
        bodies.put("UntagQueue", queue + ",\"TagKeys\":[\"k\"]}");
        return bodies;
    }

    /** Parameters by operation; the action is among them. */
    static List<Map<String, String>> forms(String url, String handle, String arn) {
        return List.of(
                form("AddPermission", url, "Label", "l", "AWSAccountId.1", "111122223333", "ActionName.1", "*"),
                form("CancelMessageMoveTask", url, "TaskHandle", handle),
                form("ChangeMessageVisibility", url, "ReceiptHandle", handle, "VisibilityTimeout", "30"),
                form(
                        "ChangeMessageVisibilityBatch",
                        url,
                        "ChangeMessageVisibilityBatchRequestEntry.1.Id",
                        "a",
                        "ChangeMessageVisibilityBatchRequestEntry.1.ReceiptHandle",
                        handle,
                        "ChangeMessageVisibilityBatchRequestEntry.1.VisibilityTimeout",
                        "30"),
                form(
                        "CreateQueue",
                        url,
                        "QueueName",
                        "fuzzed",
                        "Attribute.1.Name",
                        "DelaySeconds",
                        "Attribute.1.Value",
                        "0",
                        "Tag.1.Key",
                        "k",
                        "Tag.1.Value",
                        "v"),
                form("DeleteMessage", url, "ReceiptHandle", handle),
                form(
                        "DeleteMessageBatch",
                        url,
                        "DeleteMessageBatchRequestEntry.1.Id",
                        "a",
                        "DeleteMessageBatchRequestEntry.1.ReceiptHandle",
                        handle),
                form("DeleteQueue", url + "-not"),
                form("GetQueueAttributes", url, "AttributeName.1", "All"),
                form("GetQueueUrl", url, "QueueName", "orders"),
                form("ListDeadLetterSourceQueues", url, "MaxResults", "5", "NextToken", "t"),
                form("ListMessageMoveTasks", url, "SourceArn", arn, "MaxResults", "5"),
                form("ListQueueTags", url),
                form("ListQueues", url, "QueueNamePrefix", "o", "MaxResults", "5"),
                form("PurgeQueue", url),
                form(
                        "ReceiveMessage",
                        url,
                        "AttributeName.1",
                        "All",
                        "MaxNumberOfMessages",
                        "10",
                        "WaitTimeSeconds",
                        "0",
                        "VisibilityTimeout",
                        "0"),
                form("RemovePermission", url, "Label", "l"),
                form(
                        "SendMessage",
                        url,
                        "MessageBody",
                        "hello",
                        "DelaySeconds",
                        "0",
                        "MessageAttribute.1.Name",
                        "a",
                        "MessageAttribute.1.Value.DataType",
                        "String",
                        "MessageAttribute.1.Value.StringValue",
                        "v"),
                form(
                        "SendMessageBatch",
                        url,
                        "SendMessageBatchRequestEntry.1.Id",
                        "a",
                        "SendMessageBatchRequestEntry.1.MessageBody",
                        "x",
                        "SendMessageBatchRequestEntry.2.Id",
                        "b",
                        "SendMessageBatchRequestEntry.2.MessageBody",
                        "y"),
                form("SetQueueAttributes", url, "Attribute.1.Name", "DelaySeconds", "Attribute.1.Value", "0"),
                form("StartMessageMoveTask", url, "SourceArn", arn),
                form("TagQueue", url, "Tag.1.Key", "k", "Tag.1.Value", "v"),
                form("UntagQueue", url, "TagKey.1", "k"));
    }

    private static Map<String, String> form(String action, String url, String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", action);
        form.put("Version", "2012-11-05");
        form.put("QueueUrl", url);
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
