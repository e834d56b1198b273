/** What records leave out. */
@NullMarked
package io.vaportrail.core.audit;

import org.jspecify.annotations.NullMarked;
