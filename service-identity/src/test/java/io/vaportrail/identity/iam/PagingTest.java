package io.vaportrail.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    @Test
    void givesEverythingOnceInPages() {
        List<String> seen = new ArrayList<>();
        String marker = null;
        int pages = 0;
        do {
            Paging<String> page = Paging.of(NAMES, name -> name, marker, 2);
            seen.addAll(page.items());
            marker = page.marker();
            pages++;
        } while (marker != null);

        assertThat(seen).isEqualTo(NAMES);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void isNotTruncatedWhenThePageHoldsAll() {
        assertThat(Paging.of(NAMES, name -> name, null, 5).isTruncated()).isFalse();
        assertThat(Paging.of(NAMES, name -> name, null, 4).isTruncated()).isTrue();
    }

    @Test
    void takesAHundredWhereNothingIsSaid() {
        List<String> many = IntStream.range(100, 201).mapToObj(String::valueOf).toList();

        assertThat(Paging.of(many, name -> name, null, null).items()).hasSize(IamLimits.PAGE_SIZE);
    }

    @Test
    void refusesAMarkerThatIsNone() {
        assertThatThrownBy(() -> Paging.of(NAMES, name -> name, "%", 2)).hasMessage("Invalid Marker.");
    }
}
