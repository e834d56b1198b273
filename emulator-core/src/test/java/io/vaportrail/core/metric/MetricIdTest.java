package io.vaportrail.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricIdTest {
    private static final MetricDimension HOST = new MetricDimension("Host", "a");
    private static final MetricDimension ZONE = new MetricDimension("Zone", "z");

    private static MetricId id(String account, String region, String namespace, String name, MetricDimension... all) {
        return new MetricId(account, region, namespace, name, List.of(all));
    }

    @Test
    void theOrderOfDimensionsIsNoDifference() {
        MetricId one = id("1", "r", "n", "m", HOST, ZONE);
        MetricId same = id("1", "r", "n", "m", ZONE, new MetricDimension("Host", "a"));

        assertThat(same).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(same.dimensions()).containsExactly(HOST, ZONE);
    }

    @Test
    void everythingElseIs() {
        MetricId one = id("1", "r", "n", "m", HOST, ZONE);

        assertThat(one)
                .isNotEqualTo(id("2", "r", "n", "m", HOST, ZONE))
                .isNotEqualTo(id("1", "s", "n", "m", HOST, ZONE))
                .isNotEqualTo(id("1", "r", "o", "m", HOST, ZONE))
                .isNotEqualTo(id("1", "r", "n", "k", HOST, ZONE))
                .isNotEqualTo(id("1", "r", "n", "m", HOST))
                .isNotEqualTo(id("1", "r", "n", "m", HOST, new MetricDimension("Zone", "y")))
                .isNotEqualTo(id("1", "r", "n", "m", new MetricDimension("Hos", "a"), ZONE))
                .isNotEqualTo("m");
    }
}
