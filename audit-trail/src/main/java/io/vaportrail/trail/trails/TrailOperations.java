package io.vaportrail.trail.trails;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.model.cloudtrail.CloudTrailService;

/** The operations on trails. */
public final class TrailOperations {
    private final CreateTrail createTrail;
    private final UpdateTrail updateTrail;
    private final DescribeTrails describeTrails;
    private final GetTrailStatus getTrailStatus;
    private final TrailLogging logging;
    private final TagOperations tags;
    private final EventSelectorOperations selectors;
    private final InsightSelectorOperations insightSelectors;

    /** Operations on these trails. */
    public TrailOperations(TrailRegistry trails, TrailObserver observer, EmulatorContext context) {
        DestinationChecks checks = new DestinationChecks(new CloudTrailCalls(context.calls()), context.clock());
        this.createTrail = new CreateTrail(trails, checks);
        this.updateTrail = new UpdateTrail(trails, checks, observer);
        this.describeTrails = new DescribeTrails(trails);
        this.getTrailStatus = new GetTrailStatus(trails);
        this.logging = new TrailLogging(trails, observer, context.clock());
        this.tags = new TagOperations(trails);
        this.selectors = new EventSelectorOperations(trails, observer);
        this.insightSelectors = new InsightSelectorOperations(trails);
    }

    /** Registers them. */
    public void register(OperationRegistry operations) {
        operations
                .async(CloudTrailService.CREATE_TRAIL, createTrail::handle)
                .async(CloudTrailService.UPDATE_TRAIL, updateTrail::handle)
                .inline(CloudTrailService.DELETE_TRAIL, logging::deleteTrail)
                .inline(CloudTrailService.DESCRIBE_TRAILS, describeTrails::describeTrails)
                .inline(CloudTrailService.GET_TRAIL, describeTrails::getTrail)
                .inline(CloudTrailService.LIST_TRAILS, describeTrails::listTrails)
                .inline(CloudTrailService.GET_TRAIL_STATUS, getTrailStatus::handle)
                .inline(CloudTrailService.START_LOGGING, logging::startLogging)
                .inline(CloudTrailService.STOP_LOGGING, logging::stopLogging)
                .inline(CloudTrailService.ADD_TAGS, tags::addTags)
                .inline(CloudTrailService.REMOVE_TAGS, tags::removeTags)
                .inline(CloudTrailService.LIST_TAGS, tags::listTags)
                .inline(CloudTrailService.PUT_EVENT_SELECTORS, selectors::putEventSelectors)
                .inline(CloudTrailService.GET_EVENT_SELECTORS, selectors::getEventSelectors)
                .inline(CloudTrailService.PUT_INSIGHT_SELECTORS, insightSelectors::putInsightSelectors)
                .inline(CloudTrailService.GET_INSIGHT_SELECTORS, insightSelectors::getInsightSelectors);
    }
}
