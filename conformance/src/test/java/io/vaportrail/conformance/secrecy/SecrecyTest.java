package io.vaportrail.conformance.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.model.Services;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Every operation of every service is called over HTTP, in every protocol that the service speaks, with a mark in every member that
 * records do not show: secrets, bodies, passwords, keys, tokens. Most calls fail, in validation, in the service, or because nothing
 * implements them. Then no mark is found in anything that is left: records in every form, event history, what a trail delivered to S3,
 * to a log group, as notices and on an event bus, and the emulator's own log.
 */
@EmulatorTest
@Isolated("listens to the log")
class SecrecyTest {
    private CapturedLog log;
    private S3Client s3;
    private Remains remains;
    private Wire wire;

    @BeforeEach
    void listen(TestEmulator emulator) {
        wire = new Wire(emulator.endpoint());
        s3 = S3Client.builder()
                .endpointOverride(emulator.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        remains = new Remains(emulator, s3);
        log = new CapturedLog();
    }

    @AfterEach
    void stopListening() {
        log.close();
        s3.close();
    }

    @Test
    void noMarkedSecretOfAnyOperationIsLeft() {
        RawRequests requests = new RawRequests(wire);
        int operations = 0;
        int marks = 0;
        for (String id : Services.ids()) {
            ServiceSchema service = Services.byId(id);
            for (OperationSchema<?, ?> operation : service.operations()) {
                for (WireProtocol protocol : service.identification().protocols()) {
                    for (boolean marksOnly : new boolean[] {false, true}) {
                        MarkedStructs structs = new MarkedStructs(marksOnly);
                        Struct input = structs.of(operation.input());
                        marks += structs.marks();
                        wire.send(requests.of(operation, input, protocol)
                                .header("X-Amz-Security-Token", MarkedStructs.MARK));
                    }
                    operations++;
                }
            }
        }
        assertThat(operations).isGreaterThan(1000);
        assertThat(marks).isGreaterThan(500);

        Map<String, String> found = remains.all();

        assertThat(found).hasSizeGreaterThan(6);
        for (String place : new String[] {"?limit=10000", "log group", "events"}) {
            assertThat(found.get(place)).as(place).contains("CreateLoginProfile", "PutSecretValue", "SendMessage");
        }
        assertThat(found.get("notices")).contains("s3ObjectKey");
        assertThat(traces(found, MarkedStructs.MARK)).isEmpty();
    }

    /** Where a secret was found, as it is or in Base64, with what stands around it. */
    private List<String> traces(Map<String, String> found, String secret) {
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        List<String> traces = new ArrayList<>();
        found.forEach((place, text) -> {
            traces(traces, place, text, secret);
            traces(traces, place, text, encoded);
        });
        for (String line : log.lines()) {
            traces(traces, "log", line, secret);
            traces(traces, "log", line, encoded);
        }
        return traces;
    }

    private static void traces(List<String> into, String place, String text, String secret) {
        int at = text.indexOf(secret);
        for (int count = 0; at >= 0 && count < 200; count++) {
            into.add(place + ": …" + text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 40)) + "…");
            at = text.indexOf(secret, at + 1);
        }
    }
}
