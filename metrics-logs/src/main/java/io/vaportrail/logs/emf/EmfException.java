package io.vaportrail.logs.emf;

/** An event means to be in the embedded metric format and is not. */
final class EmfException extends Exception {
    private static final long serialVersionUID = 1L;

    EmfException(String what) {
        super(what);
    }
}
