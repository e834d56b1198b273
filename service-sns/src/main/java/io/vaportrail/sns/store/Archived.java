package io.vaportrail.sns.store;

/** A message that a topic keeps. */
public interface Archived {
    /** When it was published, in milliseconds since 1970. */
    long publishedMillis();

    /** How many bytes it takes. */
    long bytes();
}
