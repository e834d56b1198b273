package io.vaportrail.sns.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.sns.SnsLimits;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotasTest {
    private static Topic topic(int number, String suffix) {
        SnsArn arn = SnsArn.topic("us-east-1", "111122223333", "t" + number + suffix);
        return new Topic(new TopicRecord(arn, Map.of(), null, null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"'', " + SnsLimits.TOPICS, ".fifo, " + SnsLimits.FIFO_TOPICS})
    void regionHasSoManyTopics(String suffix, int most) {
        SnsRegion region = new SnsRegion();
        for (int i = 0; i < most; i++) {
            assertThat(region.add(topic(i, suffix))).isNull();
        }

        assertThatThrownBy(() -> region.add(topic(most, suffix))).hasMessage("Topic limit exceeded");
        Topic existing = region.add(topic(7, suffix));
        assertThat(existing).isNotNull();
        assertThat(region.add(topic(0, suffix.isEmpty() ? ".fifo" : ""))).isNull();
        assertThat(region.remove(topic(7, suffix))).isFalse();
        assertThat(existing != null && region.remove(existing)).isTrue();
        assertThat(region.add(topic(most, suffix))).isNull();
    }
}
