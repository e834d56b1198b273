package io.vaportrail.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Patterns of one field that the matcher must not mix up. */
class FilterPolicyTest {
    private static FilterResult test(String policy, String value) throws FilterSyntaxException {
        return FilterPolicy.compile(policy, FilterScope.MESSAGE_BODY).test(Json.write(Map.of("a", value)), Map.of());
    }

    @Test
    void negatedWildcardStaysApartFromOtherPatterns() throws FilterSyntaxException {
        String policy = "{\"a\":[{\"anything-but\":{\"wildcard\":\"*c\"}},{\"equals-ignore-case\":\"a\"}]}";

        assertThat(test(policy, "abc")).isEqualTo(FilterResult.MESSAGE_BODY);
        assertThat(test(policy, "A")).isEqualTo(FilterResult.ACCEPTED);
        assertThat(test(policy, "bd")).isEqualTo(FilterResult.ACCEPTED);
        assertThat(test(policy, "c")).isEqualTo(FilterResult.MESSAGE_BODY);
    }

    @Test
    void wildcardStaysApartFromOtherPatterns() throws FilterSyntaxException {
        String policy = "{\"a\":[{\"wildcard\":\"*c\"},{\"equals-ignore-case\":\"a\"}]}";

        assertThat(test(policy, "ab")).isEqualTo(FilterResult.MESSAGE_BODY);
        assertThat(test(policy, "A")).isEqualTo(FilterResult.ACCEPTED);
        assertThat(test(policy, "abc")).isEqualTo(FilterResult.ACCEPTED);
    }
}
