package io.vaportrail.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The records of real calls are those in the files under {@code src/test/resources/golden}, one for each family of calls, every field
 * in its order; and each keeps the rules that hold for all of CloudTrail's records. What differs from run to run has a name in angle
 * brackets there. {@code -Dvaportrail.golden.write=true} writes the files anew, for a person to read what changed.
 */
@EmulatorTest
class GoldenRecordsTest {
    private static final Path FILES = Path.of("src", "test", "resources", "golden");

    private static final Map<String, Script> FAMILIES = new TreeMap<>(Map.ofEntries(
            Map.entry("sqs-queues", SqsCalls::queues),
            Map.entry("sqs-messages", SqsCalls::messages),
            Map.entry("sns-topics", SnsCalls::topics),
            Map.entry("sns-publishing", SnsCalls::publishing),
            Map.entry("sns-devices", SnsCalls::devices),
            Map.entry("sts-sessions", StsCalls::sessions),
            Map.entry("sts-federation", StsCalls::federation),
            Map.entry("sts-saml", StsCalls::saml),
            Map.entry("iam-users", IamCalls::users),
            Map.entry("iam-roles", IamCalls::roles),
            Map.entry("iam-policies", IamCalls::policies),
            Map.entry("cloudwatch-metrics", CloudWatchCalls::metrics),
            Map.entry("cloudwatch-alarms", CloudWatchCalls::alarms),
            Map.entry("events-buses", EventsCalls::buses),
            Map.entry("events-rules", EventsCalls::rules),
            Map.entry("logs-groups", LogsCalls::groups),
            Map.entry("logs-filters", LogsCalls::filters),
            Map.entry("logs-queries", LogsCalls::queries),
            Map.entry("s3-buckets", S3Calls::buckets),
            Map.entry("s3-objects", S3Calls::objects),
            Map.entry("cloudtrail-trails", CloudTrailCalls::trails)));

    static List<String> families() {
        return List.copyOf(FAMILIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("families")
    void recordsAreThoseInTheFile(String family, TestEmulator emulator) throws IOException {
        List<JsonNode> records;
        String shown;
        try (GoldenWorld world = new GoldenWorld(emulator)) {
            Objects.requireNonNull(FAMILIES.get(family), family).run(world);
            records = world.records();
            shown = new Shown(world.authority()).page(records);
        }
        Path file = FILES.resolve(family + ".json");
        if (Boolean.getBoolean("vaportrail.golden.write")) {
            Files.createDirectories(FILES);
            Files.writeString(file, shown);
        }

        assertThat(broken(records)).isEmpty();
        assertThat(file)
                .as("written by -Dvaportrail.golden.write=true")
                .content()
                .isEqualTo(shown);
    }

    /** The rules that records break, each behind the event's name. */
    private static List<String> broken(List<JsonNode> records) {
        List<String> broken = new ArrayList<>();
        for (JsonNode record : records) {
            try {
                RecordRules.check(record);
                SeenInRecords.check(record);
            } catch (AssertionError e) {
                broken.add(record.get("eventName").asText() + ": " + e.getMessage());
            }
        }
        return broken;
    }

    @Test
    void everyFileHasItsFamily() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            families().stream().map(family -> family + ".json").toList());
        }
    }
}
