package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.cloudtrail.DeleteTrailRequest;
import io.vaportrail.model.cloudtrail.DeleteTrailResponse;
import io.vaportrail.model.cloudtrail.StartLoggingRequest;
import io.vaportrail.model.cloudtrail.StartLoggingResponse;
import io.vaportrail.model.cloudtrail.StopLoggingRequest;
import io.vaportrail.model.cloudtrail.StopLoggingResponse;

/**
 * StartLogging, StopLogging and DeleteTrail. What is the case already stays so.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html">StartLogging</a>
 */
final class TrailLogging {
    private final TrailRegistry trails;
    private final TrailObserver observer;
    private final EmulatorClock clock;

    TrailLogging(TrailRegistry trails, TrailObserver observer, EmulatorClock clock) {
        this.trails = trails;
        this.observer = observer;
        this.clock = clock;
    }

    StartLoggingResponse startLogging(StartLoggingRequest request, Call call) {
        Trail trail = trails.findToChange(request.name(), call);
        if (!trail.logging().active()) {
            trail.startLogging(clock.now());
            observer.started(trail);
        }
        return StartLoggingResponse.builder().build();
    }

    StopLoggingResponse stopLogging(StopLoggingRequest request, Call call) {
        stop(trails.findToChange(request.name(), call), call);
        return StopLoggingResponse.builder().build();
    }

    private void stop(Trail trail, Call call) {
        if (trail.logging().active()) {
            trail.stopLogging(clock.now());
            observer.stopped(trail, call);
        }
    }

    /** What was recorded up to the deletion is delivered still. */
    DeleteTrailResponse deleteTrail(DeleteTrailRequest request, Call call) {
        Trail trail = trails.findToChange(request.name(), call);
        stop(trail, call);
        trails.remove(trail);
        return DeleteTrailResponse.builder().build();
    }
}
