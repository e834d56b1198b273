package io.vaportrail.s3.notification;

import io.vaportrail.core.service.Call;
import io.vaportrail.s3.store.BucketSettings.Document;

/** Tells those whom a bucket's owner has named what happened to its objects. */
public final class Notifications {
    /** Tells of an event. Must not be called under a lock. */
    public void publish(ObjectEvent event, Call cause) {
        if (event.bucket().settings().document(Document.NOTIFICATION) != null) {
            throw new IllegalStateException("notification: configured (expected: not before there are any)");
        }
    }
}
