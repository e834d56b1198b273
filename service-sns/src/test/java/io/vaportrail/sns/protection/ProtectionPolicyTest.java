package io.vaportrail.sns.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.schema.ServiceException;
import io.vaportrail.sns.protection.ProtectionOperation.Deny;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionPolicyTest {
    private static final String EMAIL = "\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\"";

    private static String policy(String statements) {
        return "{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":[" + statements + "]}";
    }

    private static String statement(String direction, String operation) {
        return "{\"DataDirection\":\"" + direction + "\",\"Principal\":[\"*\"],\"DataIdentifier\":[" + EMAIL
                + "],\"Operation\":" + operation + "}";
    }

    private static String inbound(String operation) {
        return policy(statement("Inbound", operation));
    }

    private static String audit(String members) {
        return inbound("{\"Audit\":{" + members + "}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Deny\":{}}",
                "{\"Deidentify\":{\"MaskConfig\":{\"MaskWithCharacter\":\"#\"}}}",
                "{\"Deidentify\":{\"MaskConfig\":{}}}",
                "{\"Deidentify\":{\"RedactConfig\":{}}}",
                "{\"Audit\":{\"SampleRate\":\"0\",\"FindingsDestination\":{}}}",
                "{\"Audit\":{\"SampleRate\":99,\"NoFindingsDestination\":{\"CloudWatchLogs\":{\"LogGroup\":\"/aws/vendedlogs/x\"},"
                        + "\"S3\":{\"Bucket\":\"b\"}}}}"
            })
    void takesWhatAwsDocuments(String operation) {
        assertThat(ProtectionPolicy.of(inbound(operation)).statements(true)).hasSize(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String text : List.of(
                "",
                "[]",
                "{}",
                policy(""),
                policy("{}"),
                policy("1"),
                inbound("{\"Deny\":{}}").replace("2021-06-01", "2012-10-17"),
                inbound("{\"Deny\":{}}").replace("\"Name\":\"p\",", ""),
                inbound("{\"Deny\":{}}").replace("{\"Name\"", "{\"Title\":\"t\",\"Name\""),
                inbound("{\"Deny\":{}}").replace("[\"*\"]", "[]"),
                inbound("{\"Deny\":{}}").replace("[\"*\"]", "\"*\""),
                inbound("{\"Deny\":{}}").replace("[" + EMAIL + "]", "[]"),
                inbound("{\"Deny\":{}}").replace("EmailAddress", "ElectronicMail"),
                inbound("{\"Deny\":{}}").replace("Inbound", "Sideways"),
                inbound("{\"Deny\":{\"x\":1}}"),
                inbound("{}"),
                inbound("{\"Deny\":{},\"Audit\":{}}"),
                inbound("{\"Encrypt\":{}}"),
                inbound("{\"Deidentify\":{}}"),
                inbound("{\"Deidentify\":{\"HashConfig\":{}}}"),
                inbound("{\"Deidentify\":{\"MaskConfig\":{\"MaskWithCharacter\":\"##\"}}}"),
                inbound("{\"Deidentify\":{\"MaskConfig\":{\"MaskWithCharacter\":\"é\"}}}"),
                audit("\"SampleRate\":\"99\""),
                audit("\"SampleRate\":\"100\",\"FindingsDestination\":{}"),
                audit("\"SampleRate\":\"-1\",\"FindingsDestination\":{}"),
                audit("\"FindingsDestination\":{}"),
                audit("\"SampleRate\":\"9\",\"FindingsDestination\":{\"CloudWatchLogs\":{\"LogGroup\":\"mine\"}}"),
                audit("\"SampleRate\":\"9\",\"FindingsDestination\":{\"Kafka\":{}}"),
                policy(statement("Inbound", "{\"Audit\":{\"SampleRate\":\"9\",\"FindingsDestination\":{}}}") + ","
                        + statement("Inbound", "{\"Audit\":{\"SampleRate\":\"9\",\"FindingsDestination\":{}}}")),
                policy(statement("Outbound", "{\"Deidentify\":{\"RedactConfig\":{}}}")),
                policy(statement("Outbound", "{\"Audit\":{\"SampleRate\":\"9\",\"FindingsDestination\":{}}}")))) {
            assertThatThrownBy(() -> ProtectionPolicy.of(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            e -> assertThat(e.error().code()).isEqualTo("InvalidParameter"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Address", "Name"})
    void saysWhatItCannotDo(String identifier) {
        assertThatThrownBy(() -> ProtectionPolicy.of(inbound("{\"Deny\":{}}").replace("EmailAddress", identifier)))
                .hasMessageContaining("Vaportrail does not find data of the identifier");
        assertThatThrownBy(() -> ProtectionPolicy.of(audit(
                        "\"SampleRate\":\"9\",\"FindingsDestination\":{\"Firehose\":{\"DeliveryStream\":\"s\"}}")))
                .hasMessageContaining("Vaportrail has no Firehose");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "50, 50", "99, 99"})
    void sampleIsExact(int rate, int sampled) {
        ProtectionPolicy policy = ProtectionPolicy.of(inbound("{\"Deny\":{}}"));
        int count = 0;
        for (int i = 0; i < 100; i++) {
            count += policy.isSampled(rate) ? 1 : 0;
        }

        assertThat(count).isEqualTo(sampled);
        assertThat(ProtectionPolicy.of(inbound("{\"Deny\":{}}")).isSampled(rate))
                .isEqualTo(rate > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "*, arn:aws:iam::111122223333:user/sarah, true",
        "*, events.amazonaws.com, true",
        "arn:aws:iam::111122223333:user/sarah, arn:aws:iam::111122223333:user/sarah, true",
        "arn:aws:iam::111122223333:user/tom, arn:aws:iam::111122223333:user/sarah, false",
        "111122223333, arn:aws:iam::111122223333:user/sarah, true",
        "arn:aws:iam::111122223333:root, arn:aws:sts::111122223333:assumed-role/app/s, true",
        "arn:aws:iam::444455556666:root, arn:aws:sts::111122223333:assumed-role/app/s, false",
        "arn:aws:iam::111122223333:role/path/app, arn:aws:sts::111122223333:assumed-role/app/s, true",
        "arn:aws:iam::111122223333:role/app, arn:aws:sts::111122223333:assumed-role/apple/s, false",
        "events.amazonaws.com, events.amazonaws.com, true",
        "nobody, '', false"
    })
    void principalsAreUsersRolesAndAccounts(String named, String arn, boolean about) {
        ProtectionStatement statement = new ProtectionStatement(true, List.of(named), List.of(), new Deny());

        assertThat(statement.isAbout(arn)).isEqualTo(about);
    }
}
