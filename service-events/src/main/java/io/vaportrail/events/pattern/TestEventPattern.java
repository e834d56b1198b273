package io.vaportrail.events.pattern;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.event.Matchable;
import io.vaportrail.model.events.TestEventPatternRequest;
import io.vaportrail.model.events.TestEventPatternResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TestEventPattern: whether an event, which must have all members of an envelope but the detail, matches a pattern.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html">TestEventPattern</a>
 */
public final class TestEventPattern implements Handler<TestEventPatternRequest, TestEventPatternResponse> {
    private static final List<String> MANDATORY =
            List.of("id", "account", "source", "time", "region", "resources", "detail-type");

    @Override
    public TestEventPatternResponse handle(TestEventPatternRequest input, Call call) {
        EventPattern pattern = EventPattern.compile(input.eventPattern());
        Map<String, @Nullable Object> event = Json.readObject(input.event());
        // AWS's words for a missing member are not known.
        if (event == null || !event.keySet().containsAll(MANDATORY) || !Matchable.is(event)) {
            throw EventsErrors.invalid("Event");
        }
        return TestEventPatternResponse.builder()
                .result(pattern.matches(Json.write(event)))
                .build();
    }
}
