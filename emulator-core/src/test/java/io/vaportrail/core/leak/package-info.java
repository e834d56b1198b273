/** Brings out, at the end of a module's tests, the buffers that no test released. */
@NullMarked
package io.vaportrail.core.leak;

import org.jspecify.annotations.NullMarked;
