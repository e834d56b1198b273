package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.InvalidEventSelectorsException;
import io.vaportrail.schema.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * What PutEventSelectors answers to selectors that AWS does not take. The wording of a wrong value is known from users' reports; those
 * of wrong numbers follow the API reference's description of the error, and those about fields and operators are UNVERIFIED.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html#API_PutEventSelectors_Errors">
 *     PutEventSelectors errors</a>
 */
public final class SelectorErrors {
    private SelectorErrors() {}

    /** Both kinds at once, or none. */
    public static ServiceException oneKind() {
        return InvalidEventSelectorsException.of(
                "Specify either event selectors or advanced event selectors for a trail, but not both.");
    }

    static ServiceException number(int most) {
        return InvalidEventSelectorsException.of(
                "Specify a valid number of selectors (1 to " + most + ") for a trail.");
    }

    static ServiceException dataResources(int most) {
        return InvalidEventSelectorsException.of(
                "Specify a valid number of data resources (1 to " + most + ") for an event selector.");
    }

    static ServiceException values(int most) {
        return InvalidEventSelectorsException.of(
                "The total number of values for all conditions of the advanced event selectors must not exceed " + most
                        + ".");
    }

    static void demand(boolean valid, String parameter, @Nullable String value) {
        if (!valid) {
            throw InvalidEventSelectorsException.of("Value " + value + " for " + parameter + " is invalid.");
        }
    }

    static ServiceException missing(String field) {
        return InvalidEventSelectorsException.of("Field " + field + " is required in an advanced event selector.");
    }

    static ServiceException twice(String field) {
        return InvalidEventSelectorsException.of(
                "Field " + field + " is specified more than once in an advanced event selector.");
    }

    static ServiceException field(String field, String category) {
        return InvalidEventSelectorsException.of(
                "Field " + field + " is not supported for the event category " + category + ".");
    }

    static ServiceException noOperator(String field) {
        return InvalidEventSelectorsException.of("Specify at least one operator for the field " + field + ".");
    }

    static ServiceException operator(String field, Operator operator) {
        return InvalidEventSelectorsException.of(
                "Operator " + operator.text() + " is not supported for the field " + field + ".");
    }
}
