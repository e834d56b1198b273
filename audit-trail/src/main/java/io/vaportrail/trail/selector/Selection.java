package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.model.cloudtrail.DataResource;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.ReadWriteType;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One selector made ready: a category, and tests that a record of it must all pass, the cheapest first.
 *
 * @param category management or data
 * @param tests all of them hold of what is selected
 */
record Selection(EventCategory category, List<Predicate<StoredCall>> tests) {
    boolean test(StoredCall call) {
        if (call.category() != category) {
            return false;
        }
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).test(call)) {
                return false;
            }
        }
        return true;
    }

    /** A basic selector selects management events, data events, both or, with neither, nothing. */
    static List<Selection> of(EventSelector selector) {
        List<Selection> selections = new ArrayList<>(2);
        List<Predicate<StoredCall>> readWrite = readWrite(selector.readWriteType());
        if (Boolean.TRUE.equals(selector.includeManagementEvents())) {
            List<Predicate<StoredCall>> tests = new ArrayList<>(readWrite);
            Set<String> excluded = new HashSet<>(TrailSelectors.orEmpty(selector.excludeManagementEventSources()));
            if (!excluded.isEmpty()) {
                tests.add(call -> !excluded.contains(call.eventSource()));
            }
            selections.add(new Selection(EventCategory.MANAGEMENT, List.copyOf(tests)));
        }
        for (DataResource resource : TrailSelectors.orEmpty(selector.dataResources())) {
            List<Predicate<StoredCall>> tests = new ArrayList<>(readWrite);
            tests.add(resources(resource));
            selections.add(new Selection(EventCategory.DATA, List.copyOf(tests)));
        }
        return selections;
    }

    static boolean logsManagement(EventSelector selector, boolean write) {
        return Boolean.TRUE.equals(selector.includeManagementEvents())
                && !(write && ReadWriteType.READ_ONLY.equals(selector.readWriteType()));
    }

    static boolean logsManagement(AdvancedEventSelector selector, boolean write) {
        List<AdvancedFieldSelector> fields = selector.fieldSelectors();
        return Fields.MANAGEMENT.equals(AdvancedRules.value(fields, Fields.EVENT_CATEGORY))
                && !(write && "true".equals(AdvancedRules.value(fields, Fields.READ_ONLY)));
    }

    private static List<Predicate<StoredCall>> readWrite(@org.jspecify.annotations.Nullable String type) {
        if (ReadWriteType.READ_ONLY.equals(type)) {
            return List.of(StoredCall::readOnly);
        }
        return ReadWriteType.WRITE_ONLY.equals(type) ? List.of(call -> !call.readOnly()) : List.of();
    }

    /** The values are prefixes of ARNs; {@code arn:aws:s3} stands for all objects of all buckets. */
    private static Predicate<StoredCall> resources(DataResource resource) {
        String type = String.valueOf(resource.type());
        List<String> prefixes = TrailSelectors.orEmpty(resource.values());
        return call -> DataResources.any(call, type, arn -> prefixes.stream().anyMatch(arn::startsWith));
    }

    /** An advanced selector; one of network activity selects nothing, as no call here comes through a VPC endpoint. */
    static List<Selection> of(AdvancedEventSelector selector) {
        List<AdvancedFieldSelector> fields = selector.fieldSelectors();
        String category = AdvancedRules.value(fields, Fields.EVENT_CATEGORY);
        if (!Fields.MANAGEMENT.equals(category) && !Fields.DATA.equals(category)) {
            return List.of();
        }
        String type = AdvancedRules.value(fields, Fields.RESOURCES_TYPE);
        List<Predicate<StoredCall>> tests = fields.stream()
                .filter(field -> !field.field().equals(Fields.EVENT_CATEGORY))
                .sorted(Comparator.comparingInt(field -> Fields.cost(field.field())))
                .map(field -> Fields.test(field, String.valueOf(type)))
                .toList();
        boolean management = Fields.MANAGEMENT.equals(category);
        return List.of(new Selection(management ? EventCategory.MANAGEMENT : EventCategory.DATA, tests));
    }
}
