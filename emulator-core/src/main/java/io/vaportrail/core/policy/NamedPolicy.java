package io.vaportrail.core.policy;

/**
 * A policy and what it is called.
 *
 * @param id the ARN of a managed policy, the name of an inline one
 */
public record NamedPolicy(String id, PolicyDocument document) {}
