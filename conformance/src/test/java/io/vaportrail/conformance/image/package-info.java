/** The container image as its users run it. */
@NullMarked
package io.vaportrail.conformance.image;

import org.jspecify.annotations.NullMarked;
