package io.vaportrail.events.event;

import io.vaportrail.core.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event. Immutable.
 *
 * @param id a UUID
 * @param source who it comes from
 * @param detailType what kind it is
 * @param account where it was put first
 * @param time when it happened
 * @param region where it was put first
 * @param resources ARNs that it is about
 * @param detail a JSON object without spaces
 * @param replay the name of the replay that brings it again, or {@code null}
 * @param ingested when it was taken in
 * @param traceHeader the X-Ray trace header that came with it, or {@code null}
 * @param forwarded whether a rule of another bus brought it; it then goes no further than the rules of this one
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html">Structure of events</a>
 */
public record Event(
        String id,
        String source,
        String detailType,
        String account,
        Instant time,
        String region,
        List<String> resources,
        String detail,
        @Nullable String replay,
        Instant ingested,
        @Nullable String traceHeader,
        boolean forwarded) {

    /** Its JSON as targets get it. */
    public String json() {
        StringBuilder text = new StringBuilder(detail.length() + 320);
        text.append("{\"version\":\"0\",\"id\":\"").append(id).append("\",\"detail-type\":");
        text.append(Json.write(detailType)).append(",\"source\":").append(Json.write(source));
        text.append(",\"account\":\"").append(account).append("\",\"time\":\"").append(timeText());
        text.append("\",\"region\":\"").append(region).append("\",\"resources\":");
        text.append(Json.write(resources));
        if (replay != null) {
            text.append(",\"replay-name\":\"").append(replay).append('"');
        }
        return text.append(",\"detail\":").append(detail).append('}').toString();
    }

    /** What stands around the detail, as {@code <aws.events.event>} in templates gives it. */
    public Map<String, @Nullable Object> envelope() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("version", "0");
        members.put("id", id);
        members.put("detailType", detailType);
        members.put("source", source);
        members.put("account", account);
        members.put("time", timeText());
        members.put("region", region);
        members.put("resources", resources);
        return members;
    }

    private String timeText() {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The same, brought to another bus by a rule: over a region's border it gets an id of its own. */
    public Event forwardedAs(String newId, Instant now) {
        return new Event(
                newId, source, detailType, account, time, region, resources, detail, replay, now, traceHeader, true);
    }
}
