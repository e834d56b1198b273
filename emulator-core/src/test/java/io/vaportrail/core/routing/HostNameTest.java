package io.vaportrail.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost:4566, -, -",
                "127.0.0.1:4566, -, -",
                "[::1]:4566, -, -",
                "vaportrail, -, -",
                "events.example.com, -, -",
                "'', -, -",
                "., -, -",
                "..., -, -",
                "sqs.us-east-1.amazonaws.com, sqs, -",
                "SQS.US-EAST-1.AMAZONAWS.COM:443, sqs, -",
                "sqs.us-east-1.api.aws, sqs, -",
                "sqs.localhost.localstack.cloud:4566, sqs, -",
                "kms-fips.us-east-1.amazonaws.com, kms, -",
                "streaming-logs.us-east-1.amazonaws.com, logs, -",
                "eu-west-1.queue.amazonaws.com, sqs, -",
                "queue.amazonaws.com.cn, sqs, -",
                "s3.amazonaws.com, s3, -",
                "s3.localhost:4566, s3, -",
                "orders.s3.amazonaws.com, s3, orders",
                "my.s3.orders.s3.eu-west-1.amazonaws.com, s3, my.s3.orders",
                "orders.s3-eu-west-1.amazonaws.com, s3, orders",
                "orders.s3.vaportrail.internal:4566, s3, orders",
                "orders.s3-website.example.com, -, -",
                "s3-control.us-east-1.amazonaws.com, s3-control, -"
            })
    void namesTheService(String host, @Nullable String service, @Nullable String bucket) {
        HostName expected = service == null ? null : new HostName(service, bucket);

        assertThat(HostName.of(host)).isEqualTo(expected);
    }
}
