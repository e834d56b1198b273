/** The command line and its variables. */
@NullMarked
package io.vaportrail.app.cli;

import org.jspecify.annotations.NullMarked;
