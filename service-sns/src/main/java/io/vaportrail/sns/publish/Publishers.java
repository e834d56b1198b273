package io.vaportrail.sns.publish;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.sns.delivery.Fanout;
import io.vaportrail.sns.delivery.Offload;
import io.vaportrail.sns.protection.MessageProtection;
import io.vaportrail.sns.store.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The ways of publishing, put together. */
public final class Publishers {
    private final TopicPublisher topics;
    private final DirectPublisher direct;
    private final Executor workers;

    /** The ways that lead through these. */
    public Publishers(
            EmulatorContext context, Fanout fanout, MessageProtection protection, DirectPublisher.Parts direct) {
        this.topics = new TopicPublisher(context.clock(), context.ids(), fanout, protection);
        this.workers = context.workers();
        this.direct = new DirectPublisher(direct);
    }

    TopicPublisher topics() {
        return topics;
    }

    DirectPublisher direct() {
        return direct;
    }

    /** Publishes here and now, or leaves it to the workers where it takes long. */
    <O> CompletionStage<O> run(Topic topic, Supplier<CompletionStage<O>> publishing) {
        return topics.takesLong(topic)
                ? CompletableFuture.supplyAsync(publishing, work -> Offload.run(workers, work))
                        .thenCompose(answer -> answer)
                : publishing.get();
    }
}
