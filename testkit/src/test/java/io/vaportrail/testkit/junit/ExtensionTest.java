package io.vaportrail.testkit.junit;

import static io.vaportrail.testkit.assertions.TrailAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.vaportrail.testkit.PolicyMode;
import io.vaportrail.testkit.Vaportrail;
import io.vaportrail.testkit.VaportrailClock;
import io.vaportrail.testkit.trail.Trail;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import software.amazon.awssdk.services.sqs.SqsClient;

class ExtensionTest {
    private static final Set<URI> ENDPOINTS = ConcurrentHashMap.newKeySet();
    private static final Set<String> ACCOUNTS = ConcurrentHashMap.newKeySet();

    @Test
    void classesShareAnEmulatorAndHaveAccountsOfTheirOwn() {
        ENDPOINTS.clear();
        ACCOUNTS.clear();

        run(First.class, Second.class).testEvents().assertStatistics(s -> s.succeeded(5)
                .failed(0));

        assertThat(ENDPOINTS).hasSize(1);
        assertThat(ACCOUNTS).hasSize(2);
    }

    @Test
    void aClassMayHaveItsOwn() {
        ENDPOINTS.clear();

        run(First.class, Enforcing.class).testEvents().assertStatistics(s -> s.succeeded(4)
                .failed(0));

        assertThat(ENDPOINTS).hasSize(2);
    }

    @Test
    void theClockIsNotForThoseWhoShare() {
        assertFails(
                SharedClock.class,
                "VaportrailClock: all classes share it (expected: @VaportrailTest(ownEmulator = true))");
    }

    @Test
    void theExtensionAloneIsNotEnough() {
        assertFails(NoAnnotation.class, "VaportrailExtension: no annotation (expected: @VaportrailTest on ");
    }

    private static EngineExecutionResults run(Class<?>... types) {
        EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent");
        for (Class<?> type : types) {
            builder.selectors(selectClass(type));
        }
        return builder.execute();
    }

    private static void assertFails(Class<?> type, String message) {
        EngineExecutionResults results = run(type);

        assertThat(results.testEvents().failed().list()).singleElement().satisfies(event -> assertThat(
                        String.valueOf(event.getPayload()))
                .contains(message));
    }

    @VaportrailTest
    static class First {
        First(Vaportrail vaportrail) {
            ENDPOINTS.add(vaportrail.endpoint());
            ACCOUNTS.add(vaportrail.accountId());
        }

        @Test
        void one(SqsClient sqs) {
            assertThat(sqs.listQueues().queueUrls()).isEmpty();
            sqs.createQueue(r -> r.queueName("q"));
        }

        @Test
        void two(SqsClient sqs, Trail trail) {
            assertThat(trail).isEmpty();
            one(sqs);
            assertThat(trail).callsBy("root").happened(2);
        }

        @Nested
        class Inside {
            @Test
            void three(Vaportrail vaportrail, SqsClient sqs) {
                ENDPOINTS.add(vaportrail.endpoint());
                ACCOUNTS.add(vaportrail.accountId());
                one(sqs);
            }
        }
    }

    @VaportrailTest
    static class Second {
        @Test
        void one(Vaportrail vaportrail, @As("sarah") SqsClient sqs, Trail trail) {
            ENDPOINTS.add(vaportrail.endpoint());
            ACCOUNTS.add(vaportrail.accountId());
            sqs.createQueue(r -> r.queueName("q"));
            assertThat(trail).hasOnlyCallsBy("sarah").call("sqs:CreateQueue").happenedOnce();
        }

        @Test
        void two(@As("mike") SqsClient sqs) {
            assertThat(sqs.listQueues().queueUrls()).isEmpty();
        }
    }

    @VaportrailTest(policies = PolicyMode.ENFORCE)
    static class Enforcing {
        @Test
        void one(Vaportrail vaportrail, @As("sarah") SqsClient sqs, VaportrailClock clock) {
            ENDPOINTS.add(vaportrail.endpoint());
            assertThat(sqs.listQueues().queueUrls()).isEmpty();
            assertThat(clock.now()).isNotNull();
        }
    }

    @VaportrailTest
    static class SharedClock {
        @Test
        void one(VaportrailClock clock) {
            assertThat(clock.now()).isNotNull();
        }
    }

    @ExtendWith(VaportrailExtension.class)
    static class NoAnnotation {
        @Test
        void one(Trail trail) {
            assertThat(trail).isEmpty();
        }
    }
}
