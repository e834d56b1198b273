package io.vaportrail.app.seed;

import java.io.IOException;

/** A seed file cannot be read, or one of its calls failed. The message names the file and the line. */
public final class SeedException extends IOException {
    private static final long serialVersionUID = 1L;

    SeedException(String message) {
        super(message);
    }
}
