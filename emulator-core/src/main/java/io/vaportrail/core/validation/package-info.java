/**
 * Finds where an input breaks the constraints of the model. Start with {@link io.vaportrail.core.validation.Validator}; each
 * service words what was found through a {@link io.vaportrail.core.validation.ViolationWording}.
 */
@NullMarked
package io.vaportrail.core.validation;

import org.jspecify.annotations.NullMarked;
