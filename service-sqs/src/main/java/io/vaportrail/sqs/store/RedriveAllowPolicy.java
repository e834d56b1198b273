package io.vaportrail.sqs.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which queues may name this one as their dead-letter queue.
 *
 * @param permission allowAll, denyAll or byQueue
 * @param sourceQueueArns the queues meant by byQueue, at most 10
 */
public record RedriveAllowPolicy(Permission permission, List<QueueArn> sourceQueueArns) {
    /** The values of redrivePermission. */
    public enum Permission {
        /** Any queue of the account in the region. */
        ALLOW_ALL("allowAll"),
        /** None. */
        DENY_ALL("denyAll"),
        /** Those listed. */
        BY_QUEUE("byQueue");

        private final String value;

        Permission(String value) {
            this.value = value;
        }

        /** The permission of this value, or {@code null}. */
        public static @Nullable Permission of(String value) {
            for (Permission permission : values()) {
                if (permission.value.equals(value)) {
                    return permission;
                }
            }
            return null;
        }
    }

    /** Whether the queue may send its exhausted messages here. */
    public boolean allows(QueueArn source) {
        return switch (permission) {
            case ALLOW_ALL -> true;
            case DENY_ALL -> false;
            case BY_QUEUE -> sourceQueueArns.contains(source);
        };
    }

    /** The value of the attribute RedriveAllowPolicy. */
    public String toJson() {
        String sources = sourceQueueArns.stream().map(arn -> "\"" + arn + "\"").collect(Collectors.joining(","));
        String list = permission == Permission.BY_QUEUE ? ",\"sourceQueueArns\":[" + sources + "]" : "";
        return "{\"redrivePermission\":\"" + permission.value + "\"" + list + "}";
    }
}
