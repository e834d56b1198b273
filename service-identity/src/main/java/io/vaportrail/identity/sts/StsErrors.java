package io.vaportrail.identity.sts;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.sts.ExpiredTokenException;
import io.vaportrail.model.sts.ExpiredTradeInTokenException;
import io.vaportrail.model.sts.IDPRejectedClaimException;
import io.vaportrail.model.sts.InvalidAuthorizationMessageException;
import io.vaportrail.model.sts.InvalidIdentityTokenException;
import io.vaportrail.model.sts.MalformedPolicyDocumentException;
import io.vaportrail.model.sts.OutboundWebIdentityFederationDisabledException;
import io.vaportrail.model.sts.PackedPolicyTooLargeException;
import io.vaportrail.model.sts.SessionDurationEscalationException;
import io.vaportrail.schema.ServiceException;

/** Every error of STS in AWS's words. */
public final class StsErrors {
    private StsErrors() {}

    /** A value that the model allows and STS does not. */
    public static ServiceException validation(String message) {
        return CommonError.sender("ValidationError", 400, message);
    }

    /** Text that is no ARN. */
    public static ServiceException invalidArn(String arn) {
        return validation(arn + " is invalid");
    }

    /** A parameter that contradicts another or the session. */
    public static ServiceException invalidParameterValue(String message) {
        return CommonError.sender("InvalidParameterValue", 400, message);
    }

    /** What a caller may not do, for a reason that AWS states. */
    public static ServiceException accessDenied(String message) {
        return CommonError.sender("AccessDenied", 403, message);
    }

    /** What no policy lets a caller do. */
    public static ServiceException notAuthorized(Caller caller, String action, String resource) {
        return accessDenied(
                "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + resource);
    }

    /** The same for a caller who is known by a token only. */
    public static ServiceException notAuthorized(String action) {
        return accessDenied("Not authorized to perform " + action);
    }

    /** A session policy that is none. */
    public static ServiceException malformedPolicyDocument(String message) {
        return MalformedPolicyDocumentException.of(message);
    }

    /** Session policies that take too much room. */
    public static ServiceException packedPolicyTooLarge(int percent) {
        return PackedPolicyTooLargeException.of(
                "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.");
    }

    /** Session tags that take too much room. */
    public static ServiceException packedTagsTooLarge(int percent) {
        return PackedPolicyTooLargeException.of(
                "Packed size of session tags consumes " + percent + "% of allotted space.");
    }

    /** A token that is none, or of a stranger. */
    public static ServiceException invalidIdentityToken(String message) {
        return InvalidIdentityTokenException.of(message);
    }

    /** A token that is over. */
    public static ServiceException expiredToken(String message) {
        return ExpiredTokenException.of(message);
    }

    /** A trade-in token that is good for nothing any more; AWS's reference has this error and no other for a bad one. */
    public static ServiceException expiredTradeInToken() {
        return ExpiredTradeInTokenException.of(
                "The trade-in token provided in the request has expired and can no longer be"
                        + " exchanged for credentials. Request a new token and retry the operation.");
    }

    /** A token whose claims are not accepted. */
    public static ServiceException rejectedClaim(String message) {
        return IDPRejectedClaimException.of(message);
    }

    /** A message that AWS has not encoded. */
    public static ServiceException invalidAuthorizationMessage() {
        return InvalidAuthorizationMessageException.of("Message is not valid");
    }

    /** A token that would outlive the session that asks for it. */
    public static ServiceException sessionDurationEscalation() {
        return SessionDurationEscalationException.of("The requested token duration would extend the session beyond its"
                + " original expiration time. You cannot use this operation to extend the lifetime of a session.");
    }

    /** An account that has no tokens signed. */
    public static ServiceException outboundFederationDisabled() {
        return OutboundWebIdentityFederationDisabledException.of("The outbound web identity federation feature is not"
                + " enabled for this account. To use this feature, you must first enable it through the AWS Management"
                + " Console or API.");
    }
}
