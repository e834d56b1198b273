package io.vaportrail.sqs.message;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.http.RouteQuery;
import io.vaportrail.core.json.AttributeJson;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.random.Ids;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.MessageRecord;
import io.vaportrail.sqs.store.Queue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is in a queue without receiving it: {@code GET /_aws/sqs/messages?QueueUrl=…}, compatible with LocalStack. Messages
 * in flight or delayed are shown with {@code ShowInvisible=true}. The answer is XML, or JSON for those who accept that.
 */
public final class PeekMessages implements HttpRoute {
    /** Where the route is. */
    public static final String PATH = "/_aws/sqs/messages";

    /** What stands in place of a receipt handle, since nothing was received. */
    private static final String NO_HANDLE = "SQS/BACKDOOR/ACCESS";

    private final QueueFinder finder;
    private final Ids ids;
    private final String defaultRegion;

    /**
     * The route.
     *
     * @param defaultRegion the region of queue URLs that name none
     */
    public PeekMessages(QueueFinder finder, Ids ids, String defaultRegion) {
        this.finder = finder;
        this.ids = ids;
        this.defaultRegion = defaultRegion;
    }

    @Override
    public void handle(Exchange exchange) {
        HttpRequest request = exchange.request();
        boolean json = String.valueOf(request.header("Accept")).contains("json");
        RouteQuery query = new RouteQuery(request.query());
        String queueUrl = query.get("QueueUrl");
        Queue queue = queueUrl == null ? null : finder.peek(queueUrl, defaultRegion);
        if (queue == null) {
            exchange.respond(answer(400, json, "ErrorResponse", Map.of("Error", error(queueUrl))));
            return;
        }
        boolean invisible = Boolean.parseBoolean(query.get("ShowInvisible"));
        List<Object> messages = new ArrayList<>();
        for (MessageRecord record : queue.peek()) {
            if (invisible || record.visibleAtMillis() == 0) {
                messages.add(show(record));
            }
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("ReceiveMessageResult", Map.of("Message", messages));
        response.put("ResponseMetadata", Map.of("RequestId", ids.uuid()));
        exchange.respond(answer(200, json, "ReceiveMessageResponse", response));
    }

    private static HttpResponse answer(int status, boolean json, String root, Map<String, Object> content) {
        return json
                ? HttpResponse.text(status, "application/json", Json.write(Map.of(root, content)))
                : HttpResponse.text(status, "text/xml", PlainXml.write(root, content));
    }

    private static Map<String, Object> error(@Nullable String queueUrl) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Type", "Sender");
        error.put("Code", queueUrl == null ? "MissingParameter" : "AWS.SimpleQueueService.NonExistentQueue");
        error.put(
                "Message",
                queueUrl == null
                        ? "The request must contain the parameter QueueUrl."
                        : "The specified queue does not exist.");
        return error;
    }

    private static Map<String, Object> show(MessageRecord record) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("MessageId", record.messageId());
        message.put("ReceiptHandle", NO_HANDLE);
        message.put("MD5OfBody", record.content().md5OfBody());
        message.put("Body", record.content().body());
        message.put("Attribute", systemAttributes(record));
        List<Object> attributes = new ArrayList<>();
        record.content().attributes().forEach((name, value) -> attributes.add(named(name, shown(value))));
        if (!attributes.isEmpty()) {
            message.put("MessageAttribute", attributes);
        }
        return message;
    }

    private static List<Object> systemAttributes(MessageRecord record) {
        List<Object> attributes = new ArrayList<>();
        for (String name : SystemAttributes.ALL) {
            String value = SystemAttributes.value(record, name);
            if (value != null) {
                attributes.add(named(name, value));
            }
        }
        if (record.visibleAtMillis() != 0) {
            attributes.add(named(record.inFlight() ? "IsVisible" : "IsDelayed", String.valueOf(!record.inFlight())));
        }
        return attributes;
    }

    private static Map<String, Object> named(String name, Object value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("Name", name);
        attribute.put("Value", value);
        return attribute;
    }

    private static Map<String, Object> shown(MessageAttributeValue value) {
        return AttributeJson.of(value.dataType(), value.stringValue(), value.binaryValue());
    }
}
