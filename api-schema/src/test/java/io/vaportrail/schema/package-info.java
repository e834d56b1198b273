@NullMarked
package io.vaportrail.schema;

import org.jspecify.annotations.NullMarked;
