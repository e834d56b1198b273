package io.vaportrail.app.cli;

import java.util.List;

/** What the command line asks for. */
public sealed interface Command {
    /**
     * Start the emulator.
     *
     * @param options how
     * @param notices lines about variables that were ignored
     */
    record Start(StartOptions options, List<String> notices) implements Command {}

    /** Start, call every part once, and stop: what an archive of classes is made from. */
    record Train() implements Command {}

    /**
     * Ask a running emulator on this machine whether it is well.
     *
     * @param port its port
     */
    record Health(int port) implements Command {}

    /**
     * Print a text.
     *
     * @param text what
     */
    record Print(String text) implements Command {}
}
