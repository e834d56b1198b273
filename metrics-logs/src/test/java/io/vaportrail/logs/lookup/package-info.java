/** Tests of lookup tables. */
@NullMarked
package io.vaportrail.logs.lookup;

import org.jspecify.annotations.NullMarked;
