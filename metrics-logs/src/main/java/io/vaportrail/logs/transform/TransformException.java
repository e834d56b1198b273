package io.vaportrail.logs.transform;

/** An event that a transformer cannot transform. */
final class TransformException extends Exception {
    private static final long serialVersionUID = 1L;

    TransformException(String why) {
        super(why);
    }
}
