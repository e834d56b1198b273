package io.vaportrail.trail.view;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.trail.record.MinedResources;
import io.vaportrail.trail.record.NamedResource;
import io.vaportrail.trail.store.Mark;
import io.vaportrail.trail.store.StoredCall;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a line for people: time, user, source, event, resource, error, and marks if there are any. Columns are padded, and what
 * is longer than its column is shown whole; a dash stands for nothing.
 */
final class TextLine {
    private static final int USER = 16;
    private static final int SOURCE = 14;
    private static final int EVENT = 28;
    private static final int RESOURCE = 32;

    private TextLine() {}

    static void append(StringBuilder line, StoredCall call) {
        line.append(Instant.ofEpochSecond(call.epochSecond())).append("  ");
        column(line, user(call.sender().caller()), USER);
        column(line, source(call.eventSource()), SOURCE);
        column(line, call.eventName(), EVENT);
        column(line, resource(call), RESOURCE);
        String error = call.errorCode();
        line.append(error == null ? "-" : error);
        for (Mark mark : call.marks()) {
            line.append("  [").append(mark.text()).append(']');
        }
        line.append('\n');
    }

    private static void column(StringBuilder line, @Nullable String text, int width) {
        String shown = text == null || text.isEmpty() ? "-" : text;
        int start = line.length();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            // a line stays one line, and nothing a caller sends can steer a terminal
            line.append(Character.isISOControl(c) ? '?' : c);
        }
        do {
            line.append(' ');
        } while (line.length() < start + width + 1);
        line.append(' ');
    }

    private static @Nullable String user(Caller caller) {
        String name = caller.displayName();
        return name != null ? name : caller.invokedBy();
    }

    private static String source(String eventSource) {
        int dot = eventSource.indexOf('.');
        return dot < 0 ? eventSource : eventSource.substring(0, dot);
    }

    private static @Nullable String resource(StoredCall call) {
        List<NamedResource> mined = MinedResources.of(call);
        if (!mined.isEmpty()) {
            return mined.get(0).name();
        }
        List<AuditScope.Resource> named = call.resources();
        return named.isEmpty() ? null : named.get(0).arn();
    }
}
