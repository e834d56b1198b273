package io.vaportrail.metrics.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The dashboards of all accounts; they belong to no region. */
final class Dashboards {
    private final Map<String, NavigableMap<String, Dashboard>> byAccount = new ConcurrentHashMap<>();

    /**
     * A dashboard.
     *
     * @param name its name
     * @param body JSON as it was given
     * @param lastModifiedMillis when it was put, in milliseconds since 1970
     */
    record Dashboard(String name, String body, long lastModifiedMillis) {
        String arn(String accountId) {
            return "arn:aws:cloudwatch::" + accountId + ":dashboard/" + name;
        }

        /** In bytes. */
        long size() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** The dashboards of an account, by name. */
    NavigableMap<String, Dashboard> of(String accountId) {
        return byAccount.computeIfAbsent(accountId, key -> new ConcurrentSkipListMap<>());
    }

    void reset(@Nullable String accountId) {
        if (accountId == null) {
            byAccount.clear();
        } else {
            byAccount.remove(accountId);
        }
    }
}
