package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The anomaly command among others. */
class AnomalyTest {
    private Queries events = Queries.over();

    @BeforeEach
    void fill() {
        events = Queries.over();
        for (int minute = 0; minute < 40; minute++) {
            long time = Queries.START + minute * 60_000L;
            events.addAt(time, "INFO took 5 ms", "INFO took 7 ms");
            if (minute == 35) {
                events.addAt(time, "ERROR secret 17 lost", "ERROR secret 18 lost");
            }
        }
    }

    @Test
    void showsWhatThePatternHasAndWhatIsUnusual() throws QuerySyntaxException {
        long time = Queries.START + 35 * 60_000L;
        assertThat(events.rows("pattern @message | anomaly"))
                .containsExactly("@pattern=ERROR secret <Number-1> lost @ratio=0.0244 @sampleCount=2"
                        + " @severityLabel=ERROR @description=New pattern, first seen at 2026-11-18 11:15:00.000"
                        + " @anomalyLogSamples=[{\"timestamp\":" + (time + 1_000)
                        + ",\"message\":\"ERROR secret 18 lost\"}]"
                        + " @priority=HIGH @priorityScore=0.55 @patternString=ERROR secret <*> lost");
    }

    @Test
    void worksWithOtherCommands() throws QuerySyntaxException {
        for (String between : List.of(
                "",
                "| sort @sampleCount ",
                "| limit 5 ",
                "| filter @sampleCount < 10 ",
                "| fields @sampleCount * 2 as n ")) {
            assertThat(events.rows(
                            "pattern @message " + between + "| anomaly | sort @timestamp desc | display @timestamp"))
                    .as(between)
                    .containsExactly("@timestamp=2026-11-18 11:15:00.000");
        }
        assertThat(events.rows("pattern @message | filter @severityLabel = 'INFO' | anomaly"))
                .isEmpty();
        assertThat(events.rows("pattern @message | anomaly | stats count(*) as n by @priority"))
                .containsExactly("@priority=HIGH n=1");
        assertThat(events.rows("parse @message '* secret *' as level, rest | filter ispresent(rest)"
                        + " | pattern rest | anomaly"))
                .isEmpty();
        assertThat(events.rows("sort @timestamp asc | limit 100 | pattern @message | anomaly | display @priority"))
                .containsExactly("@priority=HIGH");
    }

    @Test
    void showsNothingThatIsHidden() throws QuerySyntaxException {
        assertThat(events.hiding("secret").rows("pattern @message | anomaly").get(0))
                .contains("@patternString=ERROR ****** <*> lost")
                .contains("ERROR ****** 18 lost")
                .doesNotContain("secret");
    }

    @Test
    void takesNoMoreMemoryThanThereIs() throws QuerySyntaxException {
        for (int i = 0; i < 300; i++) {
            events.addAt(Queries.START + i * 1_000L, "word" + (char) ('a' + i % 20) + (char) ('a' + i / 20));
        }
        QueryMemory memory = new QueryMemory(250_000);
        assertThat(events.within(memory).rows("pattern @message | stats count(*) as n"))
                .containsExactly("n=302");
        assertThatThrownBy(() -> events.rows("pattern @message | anomaly")).isInstanceOf(QueryTooLargeException.class);
    }
}
