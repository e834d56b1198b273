package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;

/** Hears of what is done to trails that matters to what they record. Called after the trail has changed, within the call. */
public interface TrailObserver {
    /** The trail records from now on, this call included. */
    void started(Trail trail);

    /** The call is the last that the trail records; it was stopped or deleted. */
    void stopped(Trail trail, Call call);

    /** A trail that records does so by other settings or selectors from now on, this call included. */
    void changed(Trail trail);
}
