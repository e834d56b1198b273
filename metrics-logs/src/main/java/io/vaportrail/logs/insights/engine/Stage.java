package io.vaportrail.logs.insights.engine;

/** A step that rows go through. What it keeps of a row it copies. For one thread and one run. */
abstract class Stage {
    private final Stage next;

    /** The last stage has itself as the next one. */
    Stage() {
        this.next = this;
    }

    Stage(Stage next) {
        this.next = next;
    }

    final Stage next() {
        return next;
    }

    /** Takes a row. */
    abstract void push(Row row);

    /** There are no more rows. */
    void finish() {
        next.finish();
    }

    /** Makes a stage in front of another. */
    @FunctionalInterface
    interface Maker {
        Stage before(Stage next);
    }
}
