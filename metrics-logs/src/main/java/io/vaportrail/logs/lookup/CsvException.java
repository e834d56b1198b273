package io.vaportrail.logs.lookup;

/** A text is no table. */
final class CsvException extends Exception {
    private static final long serialVersionUID = 1;

    CsvException(String message) {
        super(message);
    }
}
