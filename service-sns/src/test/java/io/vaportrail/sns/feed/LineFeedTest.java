package io.vaportrail.sns.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sns.SnsLimits;
import io.vaportrail.support.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineFeedTest {
    private final List<List<String>> written = new ArrayList<>();
    private final List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    private int forgotten;

    private final LineFeed feed = new LineFeed(
            new LineSink() {
                @Override
                public CompletionStage<?> write(List<Line> lines) {
                    written.add(lines.stream().map(Line::text).toList());
                    CompletableFuture<Boolean> answer = new CompletableFuture<>();
                    answers.add(answer);
                    return answer;
                }

                @Override
                public void forget() {
                    forgotten++;
                }

                @Override
                public String described() {
                    return "a list";
                }
            },
            Surroundings.stillClock(1_800_000_000_000L),
            Runnable::run);

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }

    @Test
    void writesOneRequestAtATime() {
        lines(0, 250).forEach(feed::add);
        assertThat(written).containsExactly(lines(0, 1));

        answers.get(0).complete(true);
        answers.get(1).complete(true);
        answers.get(2).complete(true);
        answers.get(3).complete(true);

        assertThat(written).containsExactly(lines(0, 1), lines(1, 101), lines(101, 201), lines(201, 250));
    }

    @Test
    void keepsWhatCannotBeWrittenForTheNextLine() {
        feed.add("line 0");
        feed.add("line 1");
        answers.get(0).completeExceptionally(new IllegalStateException("closed"));
        assertThat(written).hasSize(1);
        assertThat(forgotten).isEqualTo(1);

        feed.add("line 2");

        assertThat(written).containsExactly(lines(0, 1), lines(0, 3));
    }

    @Test
    void dropsTheOldestBeyondItsBound() {
        lines(0, SnsLimits.LOG_BACKLOG).forEach(feed::add);
        feed.add("line " + SnsLimits.LOG_BACKLOG);

        answers.get(0).completeExceptionally(new IllegalStateException("closed"));
        feed.add("line " + (SnsLimits.LOG_BACKLOG + 1));

        assertThat(written.get(1)).isEqualTo(lines(2, 102));
    }
}
