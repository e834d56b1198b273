package io.vaportrail.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriPatternTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/, /, -, true",
                "/, /a, -, false",
                "/a/b, /a/b, -, true",
                "/a/b, /a/b/, -, true",
                "/a/b, /a, -, false",
                "/{a}, /x, -, true",
                "/{a}, //, -, false",
                "/{a}, /, -, false",
                "/{a}, /x/y, -, false",
                "/{a}/{b+}, /x/y//z/, -, true",
                "/{a}/{b+}, /x/, -, false",
                "/{a}/{b+}, /x//, -, true",
                "/{a+}/end, /x/y/end, -, true",
                "/{a+}/end, /end, -, false",
                "/{a+}/end, /x/y, -, false",
                "/{a}?acl, /x, acl, true",
                "/{a}?acl, /x, b=1&acl=&c, true",
                "/{a}?acl, /x, aclx, false",
                "/{a}?acl, /x, -, false",
                "/{a}?t=2, /x, t=2, true",
                "/{a}?t=2, /x, t=1, false",
                "/a, a, -, false",
                "/a, *, -, false"
            })
    void matches(String pattern, String path, String query, boolean expected) {
        assertThat(UriPattern.parse(pattern).match(path, query) != null).isEqualTo(expected);
    }

    @Test
    void givesTheLabelsDecoded() {
        assertThat(UriPattern.parse("/{Bucket}/{Key+}").match("/a%20b/c%2Fd/+/e//", null))
                .isEqualTo(Map.of("Bucket", "a b", "Key", "c/d/+/e//"));
        assertThat(UriPattern.parse("/{x+}/of/{y}").match("/1/of/2/of/3", null))
                .isEqualTo(Map.of("x", "1/of/2", "y", "3"));
    }

    @Test
    void matchesNoLabelThatIsBroken() {
        assertThat(UriPattern.parse("/{a}").match("/%zz", null)).isNull();
        assertThat(UriPattern.parse("/{a}").match("/%ff", null)).isNull();
    }
}
