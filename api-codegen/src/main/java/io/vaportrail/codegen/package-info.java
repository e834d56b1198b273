/** The build-time generator: API models (JSON) to Java. Start reading at {@link io.vaportrail.codegen.Generate}. */
@NullMarked
package io.vaportrail.codegen;

import org.jspecify.annotations.NullMarked;
