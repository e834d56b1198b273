package io.vaportrail.metrics.alarm.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the composite alarms that depend on themselves, directly or by way of others. CloudWatch lets them be made and stops
 * evaluating what leads into such a cycle.
 */
final class Cycles {
    private Cycles() {}

    /** The names of the composite alarms from which no cycle is reached: those that can be evaluated. */
    static Set<String> evaluable(Collection<CompositeAlarm> alarms) {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> parents = new HashMap<>();
        Set<String> names = new HashSet<>();
        alarms.forEach(alarm -> names.add(alarm.name()));
        Deque<String> free = new ArrayDeque<>();
        for (CompositeAlarm alarm : alarms) {
            int composites = 0;
            for (String child : alarm.children()) {
                if (names.contains(child)) {
                    composites++;
                    parents.computeIfAbsent(child, key -> new ArrayList<>()).add(alarm.name());
                }
            }
            open.put(alarm.name(), composites);
            if (composites == 0) {
                free.add(alarm.name());
            }
        }
        Set<String> evaluable = new HashSet<>();
        while (!free.isEmpty()) {
            String name = free.remove();
            evaluable.add(name);
            for (String parent : parents.getOrDefault(name, List.of())) {
                if (open.merge(parent, -1, Integer::sum) == 0) {
                    free.add(parent);
                }
            }
        }
        return evaluable;
    }
}
