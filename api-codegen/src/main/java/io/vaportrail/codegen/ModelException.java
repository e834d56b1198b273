package io.vaportrail.codegen;

/** A model, an overlay or their combination that cannot be turned into code. */
final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelException(String message) {
        super(message);
    }
}
