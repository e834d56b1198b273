/** Tests of what sensitive data is found. */
@NullMarked
package io.vaportrail.core.protection;

import org.jspecify.annotations.NullMarked;
