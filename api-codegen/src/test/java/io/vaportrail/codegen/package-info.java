@NullMarked
package io.vaportrail.codegen;

import org.jspecify.annotations.NullMarked;
