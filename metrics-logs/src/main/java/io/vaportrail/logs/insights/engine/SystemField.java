package io.vaportrail.logs.insights.engine;

import java.util.Set;

/** Fields that every event has. */
final class SystemField {
    private static final Set<String> NAMES = Set.of(
            "@timestamp", "@message", "@ingestionTime", "@logStream", "@log", "@ptr", "@aws.account", "@aws.region");

    private SystemField() {}

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }
}
