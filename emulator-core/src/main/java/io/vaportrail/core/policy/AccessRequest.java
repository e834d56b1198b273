package io.vaportrail.core.policy;

/**
 * What is asked of the policies.
 *
 * @param principal who asks
 * @param action for example {@code sqs:SendMessage}
 * @param resource its ARN, or {@code *} where an action has none
 * @param context what the request says about itself
 */
public record AccessRequest(Principal principal, String action, String resource, RequestContext context) {}
