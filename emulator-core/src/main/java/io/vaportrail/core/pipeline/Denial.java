package io.vaportrail.core.pipeline;

import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.Decision;
import io.vaportrail.core.policy.Decision.Outcome;
import io.vaportrail.core.policy.Decision.PolicyType;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.Statement;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import java.util.Locale;

/**
 * A denial in AWS's words, which differ from service to service.
 *
 * @param owner the account that the resource belongs to
 * @param place the call's account and region
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error messages</a>
 */
record Denial(AccessRequest request, Decision decision, String owner, Place place) {
    /** Where a call works. */
    record Place(String accountId, String region) {}

    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final String ACCESS_DENIED = "AccessDenied";

    private static final ErrorTrait PLAIN = ErrorTrait.of(ACCESS_DENIED, FORBIDDEN, true);
    private static final ErrorTrait AUTHORIZATION_ERROR = ErrorTrait.of("AuthorizationError", FORBIDDEN, true);

    /** The services that began with awsQuery keep its code beside the name of the exception. */
    private static final ErrorTrait FORMERLY_QUERY =
            ErrorTrait.of("AccessDeniedException", FORBIDDEN, true).underQuery(ACCESS_DENIED, FORBIDDEN);

    private static final ErrorTrait REST_JSON = ErrorTrait.of("AccessDeniedException", FORBIDDEN, true);
    private static final ErrorTrait JSON = ErrorTrait.of("AccessDeniedException", BAD_REQUEST, true);

    /** What the caller of the service is told. */
    ServiceException answerTo(ServiceSchema service) {
        return switch (service.id()) {
            case "iam", "sts" -> new AccessDenied(PLAIN, ACCESS_DENIED, message());
            case "s3" -> new AccessDenied(PLAIN, ACCESS_DENIED, s3Message());
            case "ses" -> new AccessDenied(PLAIN, ACCESS_DENIED, sesMessage());
            case "sns" -> new AccessDenied(AUTHORIZATION_ERROR, AUTHORIZATION_ERROR.code(), message());
            case "sqs", "cloudwatch" -> new AccessDenied(FORMERLY_QUERY, ACCESS_DENIED, message());
            case "sesv2" -> new AccessDenied(REST_JSON, ACCESS_DENIED, message());
            default -> new AccessDenied(JSON, ACCESS_DENIED, message());
        };
    }

    /** For example {@code User: … is not authorized to perform: … on resource: … because no identity-based policy allows …}. */
    String message() {
        return "User: " + who() + " is not authorized to perform: " + action() + on("") + reason();
    }

    /** What decided, for the log: the statement, where there is one. */
    String decidedBy() {
        Decision.Reason reason = decision.reason();
        Statement statement = reason.statement();
        if (statement == null) {
            return "no " + reason.type().words() + " allows it";
        }
        String sid = statement.sid() == null || statement.sid().isEmpty() ? "" : " (" + statement.sid() + ")";
        return "statement " + statement.index() + sid + " of the "
                + reason.type().words() + (reason.policyId() == null ? "" : " " + reason.policyId());
    }

    private String on(String quotation) {
        String resource = DeniedResource.of(request.action(), request.resource(), place.accountId(), place.region());
        return resource == null ? "" : " on resource: " + quotation + resource + quotation;
    }

    /** S3 quotes the resource, and says no more than it has to about resources of other accounts. */
    private String s3Message() {
        if (!owner.equals(request.principal().accountId()) || isOutsider()) {
            return "Access Denied";
        }
        return "User: " + who() + " is not authorized to perform: " + action() + on("\"") + reason();
    }

    private String sesMessage() {
        return "User `" + who() + "' is not authorized to perform `" + action() + "' on resource `" + request.resource()
                + "'";
    }

    private boolean isOutsider() {
        Principal.Kind kind = request.principal().kind();
        return kind == Principal.Kind.SERVICE || kind == Principal.Kind.ANONYMOUS;
    }

    private String who() {
        return request.principal().kind() == Principal.Kind.ANONYMOUS
                ? "anonymous"
                : request.principal().arn();
    }

    /** SQS writes its actions in lower case here, SNS its own name in upper case. */
    private String action() {
        String action = request.action();
        if (action.startsWith("sqs:")) {
            return action.toLowerCase(Locale.ROOT);
        }
        return action.startsWith("sns:") ? "SNS" + action.substring("sns".length()) : action;
    }

    private String reason() {
        PolicyType type = decision.reason().type();
        if (decision.outcome() == Outcome.EXPLICIT_DENY) {
            return " with an explicit deny in " + article(type) + type.words();
        }
        return isAboutRole() ? "" : " because no " + type.words() + " allows the " + action() + " action";
    }

    /** STS does not say on which side the permission to assume a role is missing. */
    private boolean isAboutRole() {
        String action = request.action();
        return action.startsWith("sts:AssumeRole")
                || action.equals("sts:TagSession")
                || action.equals("sts:SetSourceIdentity");
    }

    private static String article(PolicyType type) {
        return switch (type) {
            case IDENTITY -> "an ";
            case TRUST -> "the ";
            case RESOURCE, BOUNDARY, SESSION -> "a ";
        };
    }

    /** The refusal; CloudTrail records it under one code whatever the protocol. */
    private static final class AccessDenied extends ServiceException {
        private static final long serialVersionUID = 1L;

        private final transient ErrorTrait trait;
        private final String auditCode;

        AccessDenied(ErrorTrait trait, String auditCode, String message) {
            super(message);
            this.trait = trait;
            this.auditCode = auditCode;
        }

        @Override
        public ErrorTrait error() {
            return trait;
        }

        @Override
        public String auditCode() {
            return auditCode;
        }
    }
}
