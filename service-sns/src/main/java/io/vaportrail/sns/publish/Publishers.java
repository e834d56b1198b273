package io.vaportrail.sns.publish;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.sns.delivery.Fanout;

/** The ways of publishing, put together. */
public final class Publishers {
    private final TopicPublisher topics;
    private final DirectPublisher direct;

    /** The ways that lead through these. */
    public Publishers(EmulatorContext context, Fanout fanout, DirectPublisher.Parts direct) {
        this.topics = new TopicPublisher(context.clock(), context.ids(), fanout);
        this.direct = new DirectPublisher(direct);
    }

    TopicPublisher topics() {
        return topics;
    }

    DirectPublisher direct() {
        return direct;
    }
}
