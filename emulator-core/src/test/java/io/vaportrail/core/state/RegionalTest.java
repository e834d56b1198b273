package io.vaportrail.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionalTest {
    private final Regional<List<String>> store = new Regional<>((account, region) -> new ArrayList<>());

    @Test
    void accountsAndRegionsAreApart() {
        store.in("111111111111", "us-east-1").add("a");

        assertThat(store.in("111111111111", "us-east-1")).containsExactly("a");
        assertThat(store.in("111111111111", "eu-west-1")).isEmpty();
        assertThat(store.in("222222222222", "us-east-1")).isEmpty();
    }

    @Test
    void peekingMakesNothing() {
        assertThat(store.peek("111111111111", "us-east-1")).isNull();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void oneAccountCanBeRemovedAlone() {
        store.in("111111111111", "us-east-1").add("a");
        store.in("111111111111", "eu-west-1").add("b");
        store.in("222222222222", "us-east-1").add("c");

        assertThat(store.remove("111111111111")).hasSize(2);
        assertThat(store.all()).containsExactly(List.of("c"));
        assertThat(store.remove(null)).containsExactly(List.of("c"));
        assertThat(store.all()).isEmpty();
    }
}
