package io.vaportrail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.Router;
import io.vaportrail.core.routing.RoutingException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRouterTest {
    private final Router router = new ModelRouter(new ModelCatalog(), new Protocols(NamedProtocol::new));

    @ParameterizedTest
    @MethodSource("io.vaportrail.app.RoutingCases#requests")
    void findsTheOperation(String meaning, String text) {
        Route route = router.route(RequestText.parse(text));

        assertThat(route.operation() + " " + route.protocol().id()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @MethodSource("io.vaportrail.app.RoutingCases#refusals")
    void refusesInTheFormThatTheRequestIsSpokenIn(String answer, String text) {
        RoutingException refusal =
                catchThrowableOfType(RoutingException.class, () -> router.route(RequestText.parse(text)));

        assertThat(refusal.protocol().id() + " " + refusal.answer().error().code() + " "
                        + refusal.answer().error().httpStatus())
                .isEqualTo(answer);
    }

    @Test
    void readsTheLabelsOfVirtualHostedBuckets() {
        Route route = router.route(RequestText.parse("""
                GET /a%2Fb//c%20d
                Host: my.orders.s3.localhost:4566
                """));

        assertThat(route.request().labels()).isEqualTo(Map.of("Bucket", "my.orders", "Key", "a/b//c d"));
    }

    @Test
    void takesTheAddressForTheQueueUrl() {
        Route route = router.route(RequestText.parse("""
                GET /000000000000/OrderQueue?Action=SendMessage&MessageBody=a+b
                Host: localhost:4566
                """));

        assertThat(parameter(route, "QueueUrl")).isEqualTo("http://localhost:4566/000000000000/OrderQueue");
        assertThat(parameter(route, "MessageBody")).isEqualTo("a b");
    }

    @Test
    void prefersTheQueueUrlThatIsSent() {
        Route route = router.route(
                RequestText.parse(
                        "GET /000000000000/Other?Action=DeleteQueue&QueueUrl=http%3A%2F%2Flocalhost%2F000000000000%2FOrderQueue"));

        assertThat(parameter(route, "QueueUrl")).isEqualTo("http://localhost/000000000000/OrderQueue");
    }

    private static @Nullable String parameter(Route route, String name) {
        return Objects.requireNonNull(route.request().form()).get(name);
    }
}
