package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.trail.digest.SigningKeys;
import io.vaportrail.trail.insights.InsightLog;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailStore;
import java.time.Duration;

/**
 * What deliveries work with.
 *
 * @param store the records
 * @param renderer renders them
 * @param insights the Insights events
 * @param factory writes JSON
 * @param destinations where files go
 * @param keys what digests are signed with
 * @param clock domain time
 * @param ids for names of files
 * @param pace has the work done
 * @param interval how long records gather before they are delivered
 * @param demand where somebody looks at events
 */
record Workshop(
        TrailStore store,
        RecordRenderer renderer,
        InsightLog insights,
        JsonFactory factory,
        Destinations destinations,
        SigningKeys keys,
        EmulatorClock clock,
        Ids ids,
        Pace pace,
        Duration interval,
        EventDemand demand) {}
