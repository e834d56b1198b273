package io.vaportrail.events.event;

import io.vaportrail.core.json.Json;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.model.events.PutEventsRequestEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What entries of PutEvents must be like; each is refused by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html">PutEventsResultEntry</a>
 */
final class Entries {
    private static final String INVALID = "InvalidArgument";

    private Entries() {}

    /**
     * Why an entry is refused.
     *
     * @param code AWS's code
     * @param message AWS's words
     */
    record Refusal(String code, String message) {}

    /**
     * An entry that was read.
     *
     * @param refusal why it is refused, or {@code null}
     * @param detail its detail without spaces; empty when it is refused
     */
    record Read(@Nullable Refusal refusal, String detail) {}

    /** Refuses a request that is too large as a whole. */
    static int checkSize(List<PutEventsRequestEntry> entries) {
        long bytes = 0;
        for (PutEventsRequestEntry entry : entries) {
            bytes += bytes(entry);
        }
        if (bytes > EventsLimits.ENTRIES_BYTES) {
            throw EventsErrors.validation("Total size of the entries in the request is over the limit.");
        }
        return (int) bytes;
    }

    private static long bytes(PutEventsRequestEntry entry) {
        long bytes = entry.time() == null ? 0 : EventsLimits.TIME_BYTES;
        bytes += utf8(entry.source()) + utf8(entry.detailType()) + utf8(entry.detail());
        List<String> resources = entry.resources();
        if (resources != null) {
            for (String resource : resources) {
                bytes += utf8(resource);
            }
        }
        return bytes;
    }

    private static int utf8(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Reads an entry.
     *
     * @param service whether an AWS service puts it, which alone may speak for AWS
     */
    static Read read(PutEventsRequestEntry entry, boolean service) {
        Refusal refusal = refusal(entry, service);
        if (refusal != null) {
            return new Read(refusal, "");
        }
        Map<String, @Nullable Object> detail = Json.readObject(String.valueOf(entry.detail()));
        return detail == null || !Matchable.is(detail)
                ? new Read(new Refusal("MalformedDetail", "Detail is malformed."), "")
                : new Read(null, Json.write(detail));
    }

    private static @Nullable Refusal refusal(PutEventsRequestEntry entry, boolean service) {
        String source = entry.source();
        String detailType = entry.detailType();
        if (source == null || source.isEmpty()) {
            return missing("Source");
        }
        if (detailType == null || detailType.isEmpty()) {
            return missing("DetailType");
        }
        if (entry.detail() == null || entry.detail().isEmpty()) {
            return missing("Detail");
        }
        // Which words AWS has for this is not known.
        if (detailType.length() > EventsLimits.DETAIL_TYPE) {
            return new Refusal(
                    INVALID,
                    "Parameter DetailType is not valid. Reason: DetailType is longer than " + EventsLimits.DETAIL_TYPE
                            + " characters.");
        }
        if (!service && (source.equals("aws") || source.startsWith("aws."))) {
            return new Refusal("NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        return null;
    }

    private static Refusal missing(String parameter) {
        return new Refusal(
                INVALID, "Parameter " + parameter + " is not valid. Reason: " + parameter + " is a required argument.");
    }
}
