package io.vaportrail.events;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.events.IllegalStatusException;
import io.vaportrail.model.events.InvalidEventPatternException;
import io.vaportrail.model.events.LimitExceededException;
import io.vaportrail.model.events.ManagedRuleException;
import io.vaportrail.model.events.PolicyLengthExceededException;
import io.vaportrail.model.events.ResourceAlreadyExistsException;
import io.vaportrail.model.events.ResourceNotFoundException;
import io.vaportrail.schema.ServiceException;

/** Every error of EventBridge in AWS's words. */
public final class EventsErrors {
    private static final int BAD_REQUEST = 400;

    private EventsErrors() {}

    /** A request that is refused; the model does not name this error. */
    public static ServiceException validation(String message) {
        return CommonError.sender("ValidationException", BAD_REQUEST, message);
    }

    /** A parameter that is refused: {@code Parameter … is not valid.} */
    public static ServiceException invalid(String parameter) {
        return validation("Parameter " + parameter + " is not valid.");
    }

    /** A parameter that is refused for a reason, a whole sentence. */
    public static ServiceException invalid(String parameter, String reason) {
        return validation("Parameter " + parameter + " is not valid. Reason: " + reason);
    }

    /** A pattern that cannot be read. */
    public static ServiceException invalidPattern(String reason) {
        return InvalidEventPatternException.of("Event pattern is not valid. Reason: " + reason);
    }

    /** More of something than there can be. */
    public static ServiceException limitExceeded() {
        return LimitExceededException.of("The requested resource exceeds the maximum number allowed.");
    }

    /** A policy that is too long. */
    public static ServiceException policyTooLong() {
        return PolicyLengthExceededException.of("The policy is longer than " + EventsLimits.POLICY
                + " characters, the most that an event bus can have.");
    }

    /** No such event bus. */
    public static ServiceException busNotFound(String name) {
        return ResourceNotFoundException.of("Event bus " + name + " does not exist.");
    }

    /** No such rule. */
    public static ServiceException ruleNotFound(String rule, String bus) {
        return ResourceNotFoundException.of("Rule " + rule + " does not exist on EventBus " + bus + ".");
    }

    /** No such thing: an archive, a replay. */
    public static ServiceException notFound(String kind, String name) {
        return ResourceNotFoundException.of(kind + " " + name + " does not exist.");
    }

    /** No statement of that id in a policy. */
    public static ServiceException statementNotFound() {
        return ResourceNotFoundException.of("Statement with the provided id does not exist.");
    }

    /** There is one of that name. */
    public static ServiceException exists(String kind, String name) {
        return ResourceAlreadyExistsException.of(kind + " " + name + " already exists.");
    }

    /** A rule that an AWS service made. */
    public static ServiceException managed(String rule) {
        return ManagedRuleException.of("Rule " + rule + " is a managed rule.");
    }

    /** Something that cannot be done in the state that it is in. */
    public static ServiceException illegalStatus(String message) {
        return IllegalStatusException.of(message);
    }

    /** Something of EventBridge that the emulator does not have; said rather than left undone. */
    public static ServiceException notImplemented(String what) {
        return CommonError.receiver("NotImplemented", 501, "Vaportrail does not implement " + what + ".");
    }
}
