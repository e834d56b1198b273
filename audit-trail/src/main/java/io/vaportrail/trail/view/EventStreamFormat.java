package io.vaportrail.trail.view;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events: a message per record, its data the same document that a list has, or a line. What was left out is told by an
 * event named {@code skipped}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStreamFormat implements FollowFormat {
    private final RecordRenderer renderer;
    private final JsonFactory factory;
    private final boolean lines;

    EventStreamFormat(RecordRenderer renderer, JsonFactory factory, boolean lines) {
        this.renderer = renderer;
        this.factory = factory;
        this.lines = lines;
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public String greeting() {
        return ": following\n\n";
    }

    @Override
    public void append(StringBuilder out, StoredCall call) {
        out.append("id: ").append(call.sequence()).append("\ndata: ");
        if (lines) {
            TextLine.append(out, call);
        } else {
            TrailWriter writer = new TrailWriter(renderer, factory);
            writer.add(call);
            out.append(new String(writer.finish(false), StandardCharsets.UTF_8)).append('\n');
        }
        out.append('\n');
    }

    @Override
    public void appendNotice(StringBuilder out, String notice) {
        out.append("event: skipped\ndata: ").append(notice).append("\n\n");
    }
}
