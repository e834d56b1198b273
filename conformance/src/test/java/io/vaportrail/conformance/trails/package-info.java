/**
 * CloudTrail trails with SDK clients over HTTP: what may be made, what they deliver where, what they select, and whether what they
 * delivered can be proven. Start with {@code DeliveryTest}.
 */
@NullMarked
package io.vaportrail.conformance.trails;

import org.jspecify.annotations.NullMarked;
