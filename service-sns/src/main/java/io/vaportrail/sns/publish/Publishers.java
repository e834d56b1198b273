package io.vaportrail.sns.publish;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.sns.delivery.Fanout;
import io.vaportrail.sns.outbox.Outbox;
import io.vaportrail.sns.platform.Platforms;
import io.vaportrail.sns.sms.SmsAccounts;

/** The ways of publishing, put together. */
public final class Publishers {
    private final TopicPublisher topics;
    private final DirectPublisher direct;

    /** The ways that lead through these. */
    public Publishers(
            EmulatorContext context, Fanout fanout, Outbox outbox, Platforms platforms, SmsAccounts smsAccounts) {
        this.topics = new TopicPublisher(context.clock(), context.ids(), fanout);
        this.direct = new DirectPublisher(context.clock(), context.ids(), outbox, platforms, smsAccounts);
    }

    TopicPublisher topics() {
        return topics;
    }

    DirectPublisher direct() {
        return direct;
    }
}
