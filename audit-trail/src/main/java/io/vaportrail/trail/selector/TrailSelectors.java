package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.ReadWriteType;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.store.StoredCall;
import java.util.List;

/**
 * Which records a trail asks for: its event selectors, basic or advanced, as they were put, and made ready for asking. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html">PutEventSelectors</a>
 */
public final class TrailSelectors {
    /** What a new trail has: all management events. */
    public static final TrailSelectors DEFAULT =
            ofBasic(List.of(EventSelector.builder().build()));

    private final List<EventSelector> basic;
    private final List<AdvancedEventSelector> advanced;
    private final Selection[] selections;
    private final boolean management;
    private final boolean data;

    private TrailSelectors(
            List<EventSelector> basic, List<AdvancedEventSelector> advanced, List<Selection> selections) {
        this.basic = basic;
        this.advanced = advanced;
        this.selections = selections.toArray(new Selection[0]);
        this.management = selections.stream().anyMatch(s -> s.category() == EventCategory.MANAGEMENT);
        this.data = selections.stream().anyMatch(s -> s.category() == EventCategory.DATA);
    }

    /**
     * Basic selectors; what they leave out is filled in.
     *
     * @throws io.vaportrail.model.cloudtrail.InvalidEventSelectorsException when AWS would not take them
     */
    public static TrailSelectors ofBasic(List<EventSelector> selectors) {
        List<EventSelector> complete =
                selectors.stream().map(TrailSelectors::complete).toList();
        BasicRules.check(complete);
        return new TrailSelectors(
                complete,
                List.of(),
                complete.stream().flatMap(s -> Selection.of(s).stream()).toList());
    }

    /**
     * Advanced selectors.
     *
     * @throws io.vaportrail.model.cloudtrail.InvalidEventSelectorsException when AWS would not take them
     */
    public static TrailSelectors ofAdvanced(List<AdvancedEventSelector> selectors) {
        AdvancedRules.check(selectors);
        return new TrailSelectors(
                List.of(),
                List.copyOf(selectors),
                selectors.stream().flatMap(s -> Selection.of(s).stream()).toList());
    }

    private static EventSelector complete(EventSelector selector) {
        String readWrite = selector.readWriteType();
        Boolean management = selector.includeManagementEvents();
        return EventSelector.builder()
                .readWriteType(readWrite == null ? ReadWriteType.ALL : readWrite)
                .includeManagementEvents(management == null || management)
                .dataResources(orEmpty(selector.dataResources()))
                .excludeManagementEventSources(orEmpty(selector.excludeManagementEventSources()))
                .build();
    }

    static <T> List<T> orEmpty(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Whether the trail asks for the record. */
    public boolean test(StoredCall call) {
        for (Selection selection : selections) {
            if (selection.test(call)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any record of a category can be asked for. */
    public boolean wants(EventCategory category) {
        return switch (category) {
            case MANAGEMENT -> management;
            case DATA -> data;
            case NONE -> false;
        };
    }

    /**
     * Whether it asks for management events of some sources at least.
     *
     * @param write only for such as change something; else any
     */
    public boolean logsManagement(boolean write) {
        return basic.stream().anyMatch(selector -> Selection.logsManagement(selector, write))
                || advanced.stream().anyMatch(selector -> Selection.logsManagement(selector, write));
    }

    /** Whether these are other selectors than a new trail's. */
    public boolean areCustom() {
        return !basic.equals(DEFAULT.basic);
    }

    /** The basic selectors, complete; none when they are advanced. */
    public List<EventSelector> basic() {
        return basic;
    }

    /** The advanced selectors; none when they are basic. */
    public List<AdvancedEventSelector> advanced() {
        return advanced;
    }
}
