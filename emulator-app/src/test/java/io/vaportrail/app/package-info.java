/** The process as its users see it: over HTTP, by its command line, and by signals. */
@NullMarked
package io.vaportrail.app;

import org.jspecify.annotations.NullMarked;
