package io.vaportrail.core.policy;

import io.vaportrail.core.protocol.PercentCoding;
import java.util.Locale;
import java.util.Objects;

/**
 * An ARN whose variables are filled one after another. A value may be a name, a queue's URL, or an ARN: the ARN of such a resource
 * takes the place of all that comes before, of another one only the last part of its name is taken.
 */
final class ArnTemplate {
    /** Partition, service, region and account come before the rest. */
    private static final int PARTS = 6;

    private static final int SERVICE = 2;
    private static final int ACCOUNT_DIGITS = 12;
    private static final String SUBSCRIPTION = "SubscriptionId";
    private static final String TYPE = "ResourceType";
    private static final String COPY_SOURCE = "CopySource";
    private static final String SUFFIX_OF_GROUPS = ":*";

    private final String done;
    private final String rest;
    private final String account;
    private final String region;
    private final boolean whole;

    ArnTemplate(String arn, String account, String region) {
        this("", arn, account, region, false);
    }

    private ArnTemplate(String done, String rest, String account, String region, boolean whole) {
        this.done = done;
        this.rest = rest;
        this.account = account;
        this.region = region;
        this.whole = whole;
    }

    /** The template with its next variable filled. */
    ArnTemplate fill(String value) {
        int from = nextVariable();
        int to = rest.indexOf('}', from);
        String name = rest.substring(from + 2, to);
        String after = rest.substring(to + 1);
        if (value.startsWith("arn:")) {
            return fillWithArn(value, rest.substring(0, from), name, after);
        }
        int queue = queueName(value);
        if (queue > 0) {
            String before = substitute(rest.substring(0, from), value.substring(queue - 1 - ACCOUNT_DIGITS, queue - 1));
            return new ArnTemplate(done + before + value.substring(queue), after, account, region, false);
        }
        String before = done + substitute(rest.substring(0, from), account);
        String text =
                switch (name) {
                    case COPY_SOURCE -> copySource(value);
                    case TYPE -> kindOf(value);
                    default -> value;
                };
        return new ArnTemplate(join(before, text), after, account, region, false);
    }

    /**
     * Where the queue's name begins in {@code http(s)://HOST/…/ACCOUNT/NAME}, or -1 in another text. Read by hand, since each delivery
     * to a queue comes by here.
     */
    private static int queueName(String value) {
        int host = value.startsWith("https://")
                ? "https://".length()
                : value.startsWith("http://") ? "http://".length() : -1;
        int path = host < 0 ? -1 : value.indexOf('/', host);
        int name = value.lastIndexOf('/') + 1;
        int account = name - 1 - ACCOUNT_DIGITS;
        if (path <= host || name >= value.length() || account <= path || value.charAt(account - 1) != '/') {
            return -1;
        }
        for (int i = account; i < name - 1; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return -1;
            }
        }
        return name;
    }

    /** The ARN, all variables being filled. */
    String finish() {
        return whole ? done : done + substitute(rest, account);
    }

    private ArnTemplate fillWithArn(String arn, String before, String name, String after) {
        String start = done + substitute(before, account);
        boolean last = !after.contains("${");
        if (!replaces(start, arn, last)) {
            String lastPart = arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
            return new ArnTemplate(start + lastPart, after, account, region, false);
        }
        if (name.equals(SUBSCRIPTION)) {
            return new ArnTemplate(arn.substring(0, arn.lastIndexOf(':')), after, account, region, true);
        }
        String value =
                arn.endsWith(SUFFIX_OF_GROUPS) ? arn.substring(0, arn.length() - SUFFIX_OF_GROUPS.length()) : arn;
        return new ArnTemplate(value, after, account, region, last && !after.equals(SUFFIX_OF_GROUPS));
    }

    /** Whether an ARN is of the kind that begins so; another kind of the same service is so too, as a KMS alias for a key. */
    private static boolean replaces(String start, String arn, boolean last) {
        String[] mine = start.split(":", PARTS);
        String[] theirs = arn.split(":", PARTS);
        return start.isEmpty()
                || theirs.length == PARTS
                        && mine[SERVICE].equals(theirs[SERVICE])
                        && (last || theirs[PARTS - 1].startsWith(mine[PARTS - 1]));
    }

    /** Where the next variable begins that is neither region nor account. */
    private int nextVariable() {
        int from = rest.indexOf("${");
        while (from >= 0 && (rest.startsWith("${Region}", from) || rest.startsWith("${Account}", from))) {
            from = rest.indexOf("${", from + 2);
        }
        if (from < 0) {
            throw new IllegalStateException("ARN: " + done + rest + " (expected: another variable)");
        }
        return from;
    }

    private String substitute(String text, String accountId) {
        return text.replace("${Region}", region).replace("${Account}", accountId);
    }

    /** Names that begin with a slash bring the ARN's own; a KMS alias stands in the place of a key. */
    private static String join(String before, String value) {
        if (value.startsWith("alias/") && (before.endsWith(":key/") || before.endsWith(":alias/"))) {
            return before.substring(0, before.lastIndexOf(':') + 1) + value;
        }
        return before.endsWith("/") && value.startsWith("/") ? before + value.substring(1) : before + value;
    }

    /** How ARNs of Systems Manager spell the type of a resource. */
    private static String kindOf(String resourceType) {
        return switch (resourceType) {
            case "ManagedInstance" -> "managed-instance";
            case "Automation" -> "automation-execution";
            default -> resourceType.toLowerCase(Locale.ROOT);
        };
    }

    /** A copy source is {@code BUCKET/KEY}, perhaps with a slash before and a version behind it, percent-encoded. */
    private static String copySource(String value) {
        int version = value.indexOf("?versionId=");
        String encoded = version < 0 ? value : value.substring(0, version);
        String path = Objects.requireNonNullElse(PercentCoding.decode(encoded, false), encoded);
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
