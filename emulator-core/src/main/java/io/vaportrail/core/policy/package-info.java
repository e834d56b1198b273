/**
 * Policies: documents read into a model, and the decision whether they let a request pass. Pure; knows neither services nor
 * stores. Start with {@link io.vaportrail.core.policy.PolicyEvaluator}.
 */
@NullMarked
package io.vaportrail.core.policy;

import org.jspecify.annotations.NullMarked;
