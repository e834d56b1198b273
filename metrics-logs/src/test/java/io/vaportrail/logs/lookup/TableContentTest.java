package io.vaportrail.logs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableContentTest {
    @Test
    void readsColumnsAndRows() throws CsvException {
        TableContent table =
                TableContent.of("\ufeffid,name,note\r\n1,Ann,\"a, \"\"quoted\"\"\nnote\"\n\n2,,x\n1,Other,later");

        assertThat(table.columns()).containsExactly("id", "name", "note");
        assertThat(table.records()).isEqualTo(3);
        assertThat(table.by(List.of("id")).row(List.of("1"))).containsExactly("1", "Ann", "a, \"quoted\"\nnote");
        assertThat(table.by(List.of("note", "id")).row(List.of("x", "2"))).containsExactly("2", "", "x");
        assertThat(table.by(List.of("id")).row(List.of("3"))).isNull();
    }

    @Test
    void countsBytes() throws CsvException {
        assertThat(TableContent.of("é\n1").sizeBytes()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a,a\n1,2", "a,\n1,2", "a,b\n1", "a,b\n1,2,3", "a\n\"1", "a\n\"1\"2", "\r\n"})
    void refusesWhatIsNoTable(String text) {
        assertThatThrownBy(() -> TableContent.of(text)).as(text).isInstanceOf(CsvException.class);
    }
}
