package io.vaportrail.sns.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sns.SnsLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private final Archive archive = new Archive();

    private record Kept(long publishedMillis, long bytes) implements Archived {}

    private List<Long> times() {
        return archive.between(0, Long.MAX_VALUE).stream()
                .map(Archived::publishedMillis)
                .toList();
    }

    @Test
    void keepsAsManyBytesAsItMay() {
        archive.begin(1);
        archive.add(new Kept(10, SnsLimits.ARCHIVE_BYTES / 2), 0);
        archive.add(new Kept(20, SnsLimits.ARCHIVE_BYTES / 2), 0);
        assertThat(times()).containsExactly(10L, 20L);
        assertThat(archive.beginningMillis(0)).isEqualTo(1);

        archive.add(new Kept(30, 1), 0);

        assertThat(times()).containsExactly(20L, 30L);
        assertThat(archive.beginningMillis(0)).isEqualTo(11);
    }

    @Test
    void dropsWhatIsTooOld() {
        archive.add(new Kept(10, 1), 0);
        archive.add(new Kept(20, 1), 10);
        assertThat(times()).containsExactly(10L, 20L);

        archive.add(new Kept(30, 1), 11);

        assertThat(times()).containsExactly(20L, 30L);
    }
}
