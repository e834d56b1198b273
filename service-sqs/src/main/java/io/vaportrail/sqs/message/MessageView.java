package io.vaportrail.sqs.message;

import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.MessageSystemAttributeName;
import io.vaportrail.model.sqs.ReceiveMessageRequest;
import io.vaportrail.sqs.store.Message;
import io.vaportrail.sqs.store.MessageContent;
import io.vaportrail.sqs.store.Received;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a consumer wants to see of messages: which system attributes and which message attributes.
 *
 * <p>Message attributes are named whole, by a prefix with {@code .*} behind it, or all by {@code All}, {@code .*} or {@code *}; names
 * that no message has are passed over.
 */
final class MessageView {
    private static final String PREFIX_MARK = ".*";

    private final Set<String> systemAttributes;
    private final List<String> messageAttributes;
    private final boolean allMessageAttributes;

    private MessageView(Set<String> systemAttributes, List<String> messageAttributes) {
        this.systemAttributes = systemAttributes;
        this.messageAttributes = messageAttributes;
        this.allMessageAttributes = messageAttributes.contains("All")
                || messageAttributes.contains(PREFIX_MARK)
                || messageAttributes.contains("*");
    }

    static MessageView of(ReceiveMessageRequest input) {
        List<String> older = Objects.requireNonNullElse(input.attributeNames(), List.of());
        List<String> newer = Objects.requireNonNullElse(input.messageSystemAttributeNames(), List.of());
        List<String> own = Objects.requireNonNullElse(input.messageAttributeNames(), List.of());
        if (older.isEmpty() && newer.isEmpty()) {
            return new MessageView(Set.of(), own);
        }
        Set<String> names = new LinkedHashSet<>(older);
        names.addAll(newer);
        return new MessageView(names, own);
    }

    io.vaportrail.model.sqs.Message show(Received received) {
        Message message = received.message();
        MessageContent content = message.content();
        io.vaportrail.model.sqs.Message.Builder shown = io.vaportrail.model.sqs.Message.builder()
                .messageId(message.messageId())
                .receiptHandle(received.receiptHandle())
                .md5OfBody(content.md5OfBody())
                .body(content.body());
        if (!systemAttributes.isEmpty()) {
            Map<String, String> values = systemAttributes(received);
            shown.attributes(values.isEmpty() ? null : values);
        }
        if (!messageAttributes.isEmpty() && !content.attributes().isEmpty()) {
            showMessageAttributes(content, shown);
        }
        return shown.build();
    }

    private void showMessageAttributes(MessageContent content, io.vaportrail.model.sqs.Message.Builder shown) {
        Map<String, MessageAttributeValue> wanted = new LinkedHashMap<>();
        content.attributes().forEach((name, value) -> {
            if (wants(name)) {
                wanted.put(name, value);
            }
        });
        if (!wanted.isEmpty()) {
            boolean all = wanted.size() == content.attributes().size();
            shown.messageAttributes(wanted);
            shown.md5OfMessageAttributes(all ? content.md5OfAttributes() : MessageAttributes.md5(wanted));
        }
    }

    private boolean wants(String name) {
        if (allMessageAttributes) {
            return true;
        }
        for (String asked : messageAttributes) {
            boolean prefix = asked.endsWith(PREFIX_MARK);
            if (prefix
                    ? name.startsWith(asked.substring(0, asked.length() - PREFIX_MARK.length()))
                    : name.equals(asked)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> systemAttributes(Received received) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name :
                systemAttributes.contains(MessageSystemAttributeName.ALL) ? SystemAttributes.ALL : systemAttributes) {
            String value = SystemAttributes.value(received, name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }
}
