package io.vaportrail.testkit.trail;

import io.vaportrail.core.json.Json;
import io.vaportrail.testkit.VaportrailException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of one call.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 */
public final class TrailRecord {
    private static final String SUFFIX = ".amazonaws.com";

    private final Map<?, ?> record;

    private TrailRecord(Map<?, ?> record) {
        this.record = record;
    }

    static TrailRecord of(@Nullable Object record) {
        if (record instanceof Map<?, ?> map) {
            return new TrailRecord(map);
        }
        throw new VaportrailException("record: " + record + " (expected: a JSON object)");
    }

    /** When the call was made, to the second. */
    public Instant eventTime() {
        return Instant.parse(text("eventTime"));
    }

    /** For example {@code sqs.amazonaws.com}. */
    public String eventSource() {
        return text("eventSource");
    }

    /** For example {@code SendMessage}. */
    public String eventName() {
        return text("eventName");
    }

    /** Service and event, for example {@code sqs:SendMessage}. */
    public String action() {
        String source = eventSource();
        String service = source.endsWith(SUFFIX) ? source.substring(0, source.length() - SUFFIX.length()) : source;
        return (service.equals("monitoring") ? "cloudwatch" : service) + ":" + eventName();
    }

    /** The error's code, or {@code null} when the call succeeded. */
    public @Nullable String errorCode() {
        return textAt("errorCode");
    }

    /** The error's message, or {@code null} when the call succeeded or has none. */
    public @Nullable String errorMessage() {
        return textAt("errorMessage");
    }

    /** Whether policies denied the call. */
    public boolean isDenied() {
        String code = errorCode();
        return code != null
                && (code.startsWith("AccessDenied")
                        || code.endsWith("AccessDenied")
                        || code.startsWith("UnauthorizedOperation")
                        || code.startsWith("AuthorizationError"));
    }

    /**
     * Who called, as people say it: the user's name, the role's name, {@code root}, {@code anonymous}, or the service, for example
     * {@code sns.amazonaws.com}.
     */
    public String principal() {
        return identity().iterator().next();
    }

    /** Whether the call came from somebody given by name or ARN: a user, a role, a session of it, or a service. */
    public boolean isBy(String nameOrArn) {
        return identity().contains(nameOrArn);
    }

    private Set<String> identity() {
        Set<String> names = new LinkedHashSet<>();
        String arn = textAt("userIdentity.arn");
        String role = textAt("userIdentity.sessionContext.sessionIssuer.userName");
        addIf(names, role);
        addIf(names, textAt("userIdentity.userName"));
        if (names.isEmpty() && "Root".equals(textAt("userIdentity.type"))) {
            names.add("root");
        }
        if (names.isEmpty() && arn == null) {
            addIf(names, textAt("userIdentity.invokedBy"));
        }
        if (arn != null) {
            names.add(arn.substring(arn.lastIndexOf('/') + 1));
            names.add(arn);
        }
        addIf(names, textAt("userIdentity.sessionContext.sessionIssuer.arn"));
        if (names.isEmpty()) {
            names.add("anonymous");
        }
        return names;
    }

    /** The ARNs of the resources that the call touched, as far as CloudTrail records them. */
    public List<String> resourceArns() {
        List<String> arns = new ArrayList<>();
        if (record.get("resources") instanceof List<?> list) {
            for (Object resource : list) {
                if (resource instanceof Map<?, ?> map && map.get("ARN") instanceof String arn) {
                    arns.add(arn);
                }
            }
        }
        return arns;
    }

    /**
     * A value of the record, by the way to it, for example {@code requestParameters.queueName}.
     *
     * @return a text, number, boolean, list or map, or {@code null} when there is none
     */
    public @Nullable Object at(String path) {
        Object value = record;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    /** The record as JSON. */
    public String json() {
        return Json.write(record);
    }

    private @Nullable String textAt(String path) {
        return at(path) instanceof String text ? text : null;
    }

    private String text(String path) {
        return Objects.requireNonNullElse(textAt(path), "");
    }

    private static void addIf(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    @Override
    public String toString() {
        return json();
    }
}
