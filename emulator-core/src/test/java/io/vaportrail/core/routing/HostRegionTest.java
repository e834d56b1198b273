package io.vaportrail.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostRegionTest {
    @ParameterizedTest
    @CsvSource({
        "sqs.eu-west-2.amazonaws.com, eu-west-2",
        "sqs.eu-west-2.localhost.localstack.cloud:4566, eu-west-2",
        "ap-southeast-1.queue.amazonaws.com, ap-southeast-1",
        "sqs.us-gov-west-1.amazonaws.com, us-gov-west-1",
        "bucket.with.dots.s3.us-west-2.amazonaws.com, us-west-2",
    })
    void findsTheRegion(String host, String region) {
        assertThat(HostRegion.of(host)).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:4566",
                "127.0.0.1:4566",
                "sqs.localhost.localstack.cloud",
                "my-queue-1x.example",
                "-",
                "a-b-1.x",
                ""
            })
    void findsNoneWhereThereIsNone(String host) {
        assertThat(HostRegion.of(host)).isNull();
    }

    @Test
    void noHostNamesNone() {
        assertThat(HostRegion.of(null)).isNull();
    }

    @Property(tries = 500)
    void anyTextIsTaken(@ForAll String host) {
        String region = HostRegion.of(host);

        assertThat(region == null || host.contains(region)).isTrue();
    }
}
