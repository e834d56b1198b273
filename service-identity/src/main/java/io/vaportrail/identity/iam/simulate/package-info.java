/**
 * The policy simulator: what policies would say of calls that are not made. Start with
 * {@link io.vaportrail.identity.iam.simulate.SimulatorOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.simulate;

import org.jspecify.annotations.NullMarked;
