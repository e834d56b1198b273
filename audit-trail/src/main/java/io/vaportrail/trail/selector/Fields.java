package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of a record that advanced selectors ask about. A field that a record lacks counts as empty.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html">AdvancedFieldSelector</a>
 */
final class Fields {
    static final String EVENT_CATEGORY = "eventCategory";
    static final String READ_ONLY = "readOnly";
    static final String EVENT_SOURCE = "eventSource";
    static final String EVENT_NAME = "eventName";
    static final String EVENT_TYPE = "eventType";
    static final String RESOURCES_TYPE = "resources.type";
    static final String RESOURCES_ARN = "resources.ARN";
    static final String USER_IDENTITY_ARN = "userIdentity.arn";
    static final String SESSION_CREDENTIAL_FROM_CONSOLE = "sessionCredentialFromConsole";
    static final String ERROR_CODE = "errorCode";
    static final String VPC_ENDPOINT_ID = "vpcEndpointId";

    static final String MANAGEMENT = "Management";
    static final String DATA = "Data";
    static final String NETWORK_ACTIVITY = "NetworkActivity";

    /** What is read from the bytes of a record beyond its head. */
    private static final Set<String> COSTLY = Set.of(RESOURCES_TYPE, RESOURCES_ARN, ERROR_CODE);

    private Fields() {}

    /** The order in which fields are asked about, the cheap ones first. */
    static int cost(String field) {
        return COSTLY.contains(field) ? 1 : 0;
    }

    /**
     * What a field selector demands.
     *
     * @param type the selector's {@code resources.type}, whose resources the question about ARNs is for
     */
    static Predicate<StoredCall> test(AdvancedFieldSelector selector, String type) {
        Predicate<String> wanted = wanted(selector);
        return switch (selector.field()) {
            case READ_ONLY -> call -> wanted.test(String.valueOf(call.readOnly()));
            case EVENT_SOURCE -> call -> wanted.test(call.eventSource());
            case EVENT_NAME -> call -> wanted.test(call.eventName());
            case EVENT_TYPE -> call -> wanted.test(RecordStyle.eventType(call));
            case SESSION_CREDENTIAL_FROM_CONSOLE -> constant(wanted.test("false"));
            case USER_IDENTITY_ARN -> call -> wanted.test(call.sender().caller().arn());
            case RESOURCES_TYPE -> call -> DataResources.any(call, type, arn -> true);
            case RESOURCES_ARN -> call -> DataResources.any(call, type, wanted);
            case ERROR_CODE -> call -> wanted.test(String.valueOf(call.errorCode()));
            case VPC_ENDPOINT_ID -> constant(wanted.test(""));
            default ->
                throw new IllegalStateException(
                        "field: " + selector.field() + " (expected: one that the rules let through)");
        };
    }

    private static Predicate<StoredCall> constant(boolean value) {
        return call -> value;
    }

    /**
     * Of the operators that select, one must hold, if there are any; of those that do not, none.
     *
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html">How CloudTrail evaluates
     *     multiple conditions for a field</a>
     */
    static Predicate<String> wanted(AdvancedFieldSelector selector) {
        List<Predicate<String>> selecting = new ArrayList<>();
        List<Predicate<String>> deselecting = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            List<String> operands = List.copyOf(operator.operands(selector));
            if (!operands.isEmpty()) {
                (operator.selecting() ? selecting : deselecting).add(value -> operator.anyOf(value, operands));
            }
        }
        return value -> (selecting.isEmpty() || any(selecting, value)) && !any(deselecting, value);
    }

    private static boolean any(List<Predicate<String>> conditions, String value) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).test(value)) {
                return true;
            }
        }
        return false;
    }
}
