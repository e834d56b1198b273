/** Requests that no client would make: whatever comes, the server answers, and never with a failure of its own. */
@NullMarked
package io.vaportrail.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
