package io.vaportrail.s3.notification;

import io.vaportrail.model.s3.FilterRule;
import io.vaportrail.model.s3.NotificationConfigurationFilter;
import io.vaportrail.model.s3.S3KeyFilter;
import io.vaportrail.s3.S3Errors;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue or topic that wants to know of some events.
 *
 * @param id of the configuration
 * @param arn of the queue or topic
 * @param events as configured, for example {@code s3:ObjectCreated:*}
 * @param prefix of the keys meant
 * @param suffix of the keys meant
 */
record Destination(String id, String arn, List<String> events, String prefix, String suffix) {
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int NAME = 5;
    private static final int PARTS = 6;

    /** A destination with the filter of its configuration. */
    static Destination of(
            String id, String arn, List<String> events, @Nullable NotificationConfigurationFilter filter) {
        S3KeyFilter keys = filter == null ? null : filter.key();
        List<FilterRule> rules = keys == null ? List.of() : Objects.requireNonNullElse(keys.filterRules(), List.of());
        String prefix = null;
        String suffix = null;
        for (FilterRule rule : rules) {
            String name = String.valueOf(rule.name()).toLowerCase(Locale.ROOT);
            String value = rule.value() == null ? "" : rule.value();
            if (name.equals("prefix") && prefix == null) {
                prefix = value;
            } else if (name.equals("suffix") && suffix == null) {
                suffix = value;
            } else if (name.equals("prefix") || name.equals("suffix")) {
                throw S3Errors.invalidArgument(
                        "Cannot specify more than one " + name + " rule in a filter.", "FilterRule.Name", name);
            } else {
                throw S3Errors.invalidArgument(
                        "filter rule name must be either prefix or suffix", "FilterRule.Name", name);
            }
        }
        return new Destination(id, arn, events, prefix == null ? "" : prefix, suffix == null ? "" : suffix);
    }

    /** Whether it wants to know of the event. */
    boolean wants(ObjectEvent event) {
        return event.key().startsWith(prefix) && event.key().endsWith(suffix) && wants("s3:" + event.name());
    }

    private boolean wants(String name) {
        for (String wanted : events) {
            boolean all = wanted.endsWith("*") && name.startsWith(wanted.substring(0, wanted.length() - 1));
            if (all || wanted.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some event of some key could be meant for both, which S3 does not take. */
    boolean overlaps(Destination other) {
        boolean keys = (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
                && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
        if (!keys) {
            return false;
        }
        for (String event : events) {
            if (other.wants(event) || event.endsWith("*") && wantsAny(event, other.events)) {
                return true;
            }
        }
        return false;
    }

    private static boolean wantsAny(String all, List<String> events) {
        String start = all.substring(0, all.length() - 1);
        return events.stream().anyMatch(event -> event.startsWith(start));
    }

    /** {@code sqs} or {@code sns}. */
    String service() {
        return part(SERVICE);
    }

    String region() {
        return part(REGION);
    }

    String account() {
        return part(ACCOUNT);
    }

    String name() {
        return part(NAME);
    }

    private String part(int index) {
        String[] parts = arn.split(":", PARTS);
        return index < parts.length ? parts[index] : "";
    }
}
