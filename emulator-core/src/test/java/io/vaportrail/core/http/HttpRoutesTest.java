package io.vaportrail.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HttpRoutesTest {
    private static final HttpRoute ONE = exchange -> {};
    private static final HttpRoute OTHER = exchange -> {};

    @Test
    void anExactRouteGoesBeforeTheLongestPrefix() {
        HttpRoutes routes = new HttpRoutes().add("GET", "/a/b", ONE).addPrefix("GET", "/a/", OTHER);

        assertThat(routes.find("GET", "/a/b")).isSameAs(ONE);
        assertThat(routes.find("GET", "/a/b/c")).isSameAs(OTHER);
        assertThat(routes.find("GET", "/a/")).isSameAs(OTHER);
        assertThat(routes.find("POST", "/a/b")).isNull();
        assertThat(routes.find("GET", "/")).isNull();
        assertThat(routes.find("GET", "")).isNull();
    }

    @Test
    void theLongerPrefixGoesFirst() {
        HttpRoutes routes = new HttpRoutes().addPrefix("GET", "/a/", ONE).addPrefix("GET", "/a/b/", OTHER);

        assertThat(routes.find("GET", "/a/b/c/d")).isSameAs(OTHER);
        assertThat(routes.find("GET", "/a/c")).isSameAs(ONE);
    }

    @Test
    void aRouteIsAddedOnce() {
        HttpRoutes routes = new HttpRoutes().add("GET", "/a", ONE);

        assertThatIllegalArgumentException().isThrownBy(() -> routes.add("GET", "/a", OTHER));
        assertThatIllegalArgumentException().isThrownBy(() -> routes.addPrefix("GET", "/a", OTHER));
    }
}
