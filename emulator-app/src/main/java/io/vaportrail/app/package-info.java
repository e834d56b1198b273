/** The process: command line, configuration and wiring. */
@NullMarked
package io.vaportrail.app;

import org.jspecify.annotations.NullMarked;
