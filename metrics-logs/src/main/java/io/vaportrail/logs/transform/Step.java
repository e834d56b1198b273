package io.vaportrail.logs.transform;

/** What one processor does to an event. Safe for any thread. */
@FunctionalInterface
interface Step {
    /**
     * Changes the event. What a processor asks for and the event lacks is passed over, but for what parsers read.
     *
     * @throws TransformException when a parser cannot read what it should
     */
    void apply(Document event) throws TransformException;
}
