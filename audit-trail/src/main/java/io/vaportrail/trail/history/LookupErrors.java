package io.vaportrail.trail.history;

import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.InvalidEventCategoryException;
import io.vaportrail.model.cloudtrail.InvalidLookupAttributesException;
import io.vaportrail.model.cloudtrail.InvalidMaxResultsException;
import io.vaportrail.model.cloudtrail.InvalidNextTokenException;
import io.vaportrail.model.cloudtrail.InvalidTimeRangeException;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What LookupEvents answers to requests that it cannot serve. The codes are the API reference's. Of the texts, that of MaxResults and
 * that of an unknown attribute key are known from services that repeat CloudTrail's; the others follow the reference's descriptions
 * of the codes.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html#API_LookupEvents_Errors">LookupEvents
 *     errors</a>
 */
final class LookupErrors {
    private LookupErrors() {}

    /** Words what breaks the model: LookupEvents has codes of its own for what other operations call a ValidationException. */
    static ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        if (operation == CloudTrailService.LOOKUP_EVENTS) {
            Violation first = violations.get(0);
            return switch (topMember(first.path())) {
                case "MaxResults" -> maxResults(Objects.requireNonNull(first.value(), "value out of range"));
                case "EventCategory" -> eventCategory();
                case "LookupAttributes" -> attribute(first);
                default -> ModelValidationWording.INSTANCE.word(operation, violations, protocol);
            };
        }
        return ModelValidationWording.INSTANCE.word(operation, violations, protocol);
    }

    static ServiceException tooManyAttributes() {
        return InvalidLookupAttributesException.of("Only one lookup attribute can be specified.");
    }

    static ServiceException notForInsights(String attributeKey) {
        return InvalidLookupAttributesException.of(
                "Lookup attribute key " + attributeKey + " is not valid for Insights events.");
    }

    static ServiceException timeRange() {
        return InvalidTimeRangeException.of("The start time occurs after the end time.");
    }

    static ServiceException nextToken() {
        return InvalidNextTokenException.of(
                "Invalid token or token that was previously used in a request with different" + " parameters.");
    }

    private static ServiceException maxResults(Object value) {
        return InvalidMaxResultsException.of(
                "A max results value of " + value + " is invalid. Specify max results between 1 and 50.");
    }

    private static ServiceException eventCategory() {
        return InvalidEventCategoryException.of("The event category is not valid. Specify insight.");
    }

    private static ServiceException attribute(Violation violation) {
        boolean key = violation.path().step().equals("AttributeKey");
        return InvalidLookupAttributesException.of("Lookup attribute " + (key ? "key" : "value") + " is not valid.");
    }

    private static String topMember(Violation.Path path) {
        Violation.Path top = path;
        while (top.parent() != null) {
            top = top.parent();
        }
        return top.step();
    }
}
