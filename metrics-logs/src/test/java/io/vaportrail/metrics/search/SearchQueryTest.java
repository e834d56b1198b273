package io.vaportrail.metrics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.metrics.MetricsFixture;
import io.vaportrail.metrics.math.MathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    private static final MetricId METRIC = MetricsFixture.id(
            "My/Space", "CustomCount1", new String[] {"InstanceType", "t2.micro", "Fleet", "Project2-trial333"});

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "count | true",
                "Count | true",
                "COUNT | true",
                "couNT | false",
                "CustomCount | true",
                "Count1 | true",
                "customcount | false",
                "count1 | false",
                "customcount1 | true",
                "trial333 | true",
                "2-trial | true",
                "custom/count | true",
                "\"CustomCount1\" | true",
                "\"customcount1\" | false",
                "\"Custom\" | false",
                "MetricName=count | true",
                "MetricName=\"CustomCount1\" | true",
                "MetricName=micro | false",
                "InstanceType=micro | true",
                "InstanceType=\"t2.micro\" Namespace=\"My/Space\" | true",
                "InstanceType=\"micro\" | false",
                "Namespace=My | true",
                "NOT Namespace=AWS | true",
                "NOT micro | false",
                "(EC2 OR count) AND micro | true",
                "EC2 OR count AND nothing | false",
                "(EC2 OR count) NOT \"ProjectA\" | true",
                "micro network | false",
                "{My/Space,InstanceType,Fleet} | true",
                "{\"My/Space\", Fleet, InstanceType} count | true",
                "{My/Space,InstanceType} count | false",
                "{My/Space}, \"CustomCount1\" | true",
                "{Other} count | false",
                ":aws.AccountId=LOCAL count | true"
            })
    void matches(String query, boolean expected) throws MathException {
        assertThat(SearchQuery.parse(query).matches(METRIC)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "(a", "a)", "{", "{}", "{a", "\"a", "NOT", "a OR", "x=", "()"})
    void refusesWhatIsNoSearch(String query) {
        assertThatThrownBy(() -> SearchQuery.parse(query)).isInstanceOf(MathException.class);
    }

    @Test
    void escapesInExactTexts() throws MathException {
        MetricId metric = MetricsFixture.id("Europe\\France Traffic(Network)");
        assertThat(SearchQuery.parse("\"Europe\\\\France Traffic\\(Network\\)\"")
                        .matches(metric))
                .isTrue();
    }
}
