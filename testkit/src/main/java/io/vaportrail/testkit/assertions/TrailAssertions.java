package io.vaportrail.testkit.assertions;

import io.vaportrail.testkit.trail.Trail;

/** Where assertions about the trail start, for static import. */
public final class TrailAssertions {
    private TrailAssertions() {}

    /**
     * Starts assertions about what was done to AWS:
     *
     * <pre>{@code
     * assertThat(trail).call("sqs:SendMessage").on("OrderQueue").by("AppRole").happened(3);
     * assertThat(trail).call("sqs:ReceiveMessage").on("OrderQueue").happenedOnlyBy("orders-app");
     * assertThat(trail).hasNoDenials();
     * assertThat(trail).hasOnlyCalls("sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage");
     * }</pre>
     */
    public static TrailAssert assertThat(Trail trail) {
        return new TrailAssert(trail);
    }
}
