/** The rules of who may use whom, held against the compiled classes of all modules. */
@NullMarked
package io.vaportrail.conformance.architecture;

import org.jspecify.annotations.NullMarked;
