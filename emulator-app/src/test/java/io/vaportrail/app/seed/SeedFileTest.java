package io.vaportrail.app.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.app.Emulator;
import io.vaportrail.app.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFileTest {
    private final Path directory;

    SeedFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("seed.json"), text);
    }

    @Test
    void makesCallsOfEveryProtocolInOrder() throws IOException {
        Path file = file("""
                {"calls": [
                  {"service": "sqs", "operation": "CreateQueue", "parameters": {"QueueName": "orders", "Attributes": {"DelaySeconds": "1"}}},
                  {"service": "sns", "operation": "CreateTopic", "parameters": {"Name": "news", "Tags": [{"Key": "a", "Value": "b"}]},
                   "caller": "sarah@111122223333", "region": "eu-west-1"},
                  {"service": "iam", "operation": "CreateUser", "parameters": {"UserName": "mike"}},
                  {"service": "s3", "operation": "CreateBucket", "parameters": {"Bucket": "files"}},
                  {"service": "s3", "operation": "PutObject", "parameters": {"Bucket": "files", "Key": "a", "Body": "aGVsbG8="}}
                ]}
                """);
        assertThat(SeedFile.read(file)).extracting(SeedCall::line).containsExactly(2, 3, 5, 6, 7);

        try (Emulator emulator = Emulator.start(EmulatorOptions.of("127.0.0.1", 0), file)) {
            assertThat(emulator.services().loaded()).contains("sqs", "sns", "iam", "s3");
        }
    }

    @Test
    void anEmptyListIsNothing() throws IOException {
        assertThat(SeedFile.read(file("{\"calls\": []}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                       | line 1: malformed (expected: {\"calls\": [...]})",
                "{}                                                       | line 1: malformed (expected: {\"calls\": [...]})",
                "{\"calls\": [1]}                                         | an object with service, operation and parameters",
                "{\"calls\": [{}]}                                        | line 1: service: none (expected: a string)",
                "{\"calls\": [{\"service\": \"sqs\"}]}                    | operation: none (expected: a string)",
                "{\"calls\": [{\"service\": \"ec2\", \"operation\": \"X\"}]}  | service: ec2 (expected: one of [acm",
                "{\"calls\": [{\"service\": \"sqs\", \"operation\": \"X\"}]}  | operation: X (expected: an operation of sqs)",
                "{\"calls\": [{\"sevice\": \"sqs\"}]}                     | caller or region, not sevice)",
                "{\"calls\": [{\"service\": 7}]}                          | service to be a string",
                "{\"calls\": [{\"parameters\": []}]}                      | parameters to be an object",
                "{\"calls\": [], \"more\": 1}                             | malformed (expected: {\"calls\": [...]})",
                "{\"calls\": []} 1                                        | nothing behind it",
                "{\"calls\":                                              | (expected: ",
                "nonsense                                                 | line 1: Unrecognized token"
            })
    void refusesWhatItDoesNotUnderstand(String text, String complaint) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> SeedFile.read(file))
                .isInstanceOf(SeedException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Name\": \"a\"}                                    | CreateQueue: Name: unknown (expected: one of QueueName,",
                "{\"QueueName\": \"a\", \"tags\": {\"k\": [1]}}       | CreateQueue: ",
                "{\"QueueName\": 7}                                   | CreateQueue: ",
            })
    void refusesParametersThatDoNotFit(String parameters, String complaint) throws IOException {
        Path file = file("{\"calls\": [\n\n{\"service\": \"sqs\", \"operation\": \"CreateQueue\", \"parameters\": "
                + parameters + "}]}");

        assertThatThrownBy(() -> SeedFile.read(file))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("line 3: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void aFailingCallStopsTheStart() throws IOException {
        Path file = file("""
                {"calls": [
                  {"service": "sqs", "operation": "CreateQueue", "parameters": {"QueueName": "orders"}},
                  {"service": "sqs", "operation": "DeleteQueue",
                   "parameters": {"QueueUrl": "http://localhost:4566/000000000000/order"}, "caller": "mike"}
                ]}
                """);

        assertThatThrownBy(() -> Emulator.start(EmulatorOptions.of("127.0.0.1", 0), file))
                .isInstanceOf(SeedException.class)
                .hasMessageStartingWith(file + ", line 3: sqs DeleteQueue as mike: ")
                .hasMessageContaining("QueueDoesNotExist");
    }

    @Test
    void whatIsNotImplementedIsSaid() throws IOException {
        Path file = file("{\"calls\": [{\"service\": \"acm\", \"operation\": \"ListCertificates\"}]}");

        assertThatThrownBy(() -> Emulator.start(EmulatorOptions.of("127.0.0.1", 0), file))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("NotImplemented");
    }

    @Test
    void noFileIsSaid() {
        Path none = directory.resolve("none.json");

        assertThatThrownBy(() -> SeedFile.read(none)).hasMessage(none + ": no such file (expected: a seed file)");
        assertThatThrownBy(() -> SeedFile.read(directory))
                .hasMessage(directory + ": a directory (expected: a seed file)");
    }
}
