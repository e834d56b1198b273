/**
 * A service module without the emulator around it: {@link io.vaportrail.support.Surroundings} is what it is given, {@link
 * io.vaportrail.support.OperationCalls} calls its operations, {@link io.vaportrail.support.StandInCalls} answers for other
 * services, {@link io.vaportrail.support.FakeExchange} asks its routes.
 *
 * <p>For the unit tests of modules. Tests over the whole emulator have fixtures of their own.
 */
@NullMarked
package io.vaportrail.support;

import org.jspecify.annotations.NullMarked;
