package io.vaportrail.trail.view;

import io.vaportrail.trail.store.StoredCall;

/** How records look to somebody who follows. */
interface FollowFormat {
    String contentType();

    /** What comes first, so that the client sees that it is connected. */
    String greeting();

    void append(StringBuilder out, StoredCall call);

    /** Says that records were left out. */
    void appendNotice(StringBuilder out, String notice);
}
