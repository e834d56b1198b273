/** The command line and its variables. Start with {@link io.vaportrail.app.cli.CommandLineReader}. */
@NullMarked
package io.vaportrail.app.cli;

import org.jspecify.annotations.NullMarked;
