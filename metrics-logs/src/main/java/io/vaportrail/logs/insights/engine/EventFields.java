package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.event.EventId;
import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.LogGroup;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of the event that a cursor stands on. */
final class EventFields {
    private static final String MESSAGE = "@message";

    private final List<@Nullable String> fields;
    private final MessageFields masked = new MessageFields();
    private final MessageFields raw = new MessageFields();
    private final Masking masking;
    private final Map<LogGroup, Boolean> protectedGroups = new HashMap<>();
    private @Nullable EventCursor cursor;
    private @Nullable LogGroup lastGroup;
    private boolean lastProtected;
    private boolean lastFunction;
    private String lastLog = "";

    EventFields(List<@Nullable String> fields, Masking masking) {
        this.fields = fields;
        this.masking = masking;
        for (int slot = 0; slot < fields.size(); slot++) {
            String field = fields.get(slot);
            if (field != null && !SystemField.isOne(Scope.plain(field))) {
                (Scope.isRaw(field) ? raw : masked).want(Scope.plain(field), slot);
            }
        }
    }

    /** Reads from this cursor from now on. */
    void follow(EventCursor next) {
        cursor = next;
    }

    /** Fills the slot, and others that come along with it. */
    void read(int slot, @Nullable Object[] into) {
        String field = fields.get(slot);
        EventCursor event = cursor;
        if (field == null || event == null) {
            return;
        }
        boolean unmasked = Scope.isRaw(field);
        String name = Scope.plain(field);
        if (!name.startsWith("@") || !SystemField.isOne(name)) {
            readMessage(event, unmasked, into);
        } else {
            into[slot] = system(name, unmasked, event);
        }
    }

    /** Where the message lies, if that is what the slot is for and nothing of it is hidden. */
    boolean utf8(int slot, Utf8 into) {
        String field = fields.get(slot);
        EventCursor event = cursor;
        if (field == null || event == null || !Scope.plain(field).equals(MESSAGE)) {
            return false;
        }
        enter(event.stream().group());
        if (lastProtected && !Scope.isRaw(field)) {
            return false;
        }
        into.set(event.buffer(), event.offset(), event.length());
        return true;
    }

    private @Nullable Object system(String name, boolean unmasked, EventCursor event) {
        return switch (name) {
            case "@timestamp" -> new Timestamp(event.timestamp());
            case MESSAGE -> unmasked ? event.message() : message(event);
            case "@ingestionTime" -> new Timestamp(event.ingestionTime());
            case "@logStream" -> event.stream().name();
            case "@log" -> log(event);
            case "@ptr" -> EventId.of(event);
            case "@aws.account" -> event.stream().group().accountId();
            case "@aws.region" -> event.stream().group().region();
            default -> throw new IllegalStateException("system field: " + name + " (expected: one that is known)");
        };
    }

    private String log(EventCursor event) {
        enter(event.stream().group());
        return lastLog;
    }

    private void enter(LogGroup group) {
        if (group != lastGroup) {
            lastGroup = group;
            lastProtected = protectedGroups.computeIfAbsent(group, masking::protects);
            lastFunction = LambdaFields.isFunction(group);
            lastLog = group.accountId() + ":" + group.name();
        }
    }

    private String message(EventCursor event) {
        LogGroup group = event.stream().group();
        enter(group);
        String message = event.message();
        return lastProtected ? masking.masked(group, event.ingestionTime(), message) : message;
    }

    private void readMessage(EventCursor event, boolean unmasked, @Nullable Object[] into) {
        enter(event.stream().group());
        if (unmasked) {
            raw.read(lastFunction, event.buffer(), event.offset(), event.length(), into);
        } else if (lastProtected) {
            byte[] text = message(event).getBytes(StandardCharsets.UTF_8);
            masked.read(lastFunction, text, 0, text.length, into);
        } else {
            masked.read(lastFunction, event.buffer(), event.offset(), event.length(), into);
        }
    }
}
