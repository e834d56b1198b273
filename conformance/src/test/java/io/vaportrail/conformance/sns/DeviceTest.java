package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Push notifications and text messages: they are kept, to be looked at. */
class DeviceTest extends SnsTest {
    private final HttpClient http = HttpClient.newHttpClient();

    private String application() {
        return sns.createPlatformApplication(r -> r.name("app")
                        .platform("ADM")
                        .attributes(Map.of("PlatformCredential", "secret", "PlatformPrincipal", "id")))
                .platformApplicationArn();
    }

    private String endpoint(String application) {
        return sns.createPlatformEndpoint(
                        r -> r.platformApplicationArn(application).token("token"))
                .endpointArn();
    }

    private String request(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void credentialsAreNotShown() {
        String arn = application();

        assertThat(arn).isEqualTo(topicArn("app/ADM/app"));
        assertThat(sns.getPlatformApplicationAttributes(r -> r.platformApplicationArn(arn))
                        .attributes())
                .isEqualTo(Map.of("Enabled", "true"));
        sns.setPlatformApplicationAttributes(
                r -> r.platformApplicationArn(arn).attributes(Map.of("SuccessFeedbackSampleRate", "50")));
        assertThat(sns.listPlatformApplications().platformApplications())
                .singleElement()
                .satisfies(found -> assertThat(found.attributes())
                        .isEqualTo(Map.of("Enabled", "true", "SuccessFeedbackSampleRate", "50")));
    }

    @Test
    void endpointIsCreatedOnce() {
        String application = application();
        String arn = endpoint(application);

        assertThat(endpoint(application)).isEqualTo(arn).startsWith(topicArn("endpoint/ADM/app/"));
        assertInvalid(
                "Token Reason: Endpoint " + arn + " already exists with the same Token, but different attributes.",
                () -> sns.createPlatformEndpoint(r ->
                        r.platformApplicationArn(application).token("token").customUserData("other")));
        assertThat(sns.getEndpointAttributes(r -> r.endpointArn(arn)).attributes())
                .isEqualTo(Map.of("Enabled", "true", "Token", "token"));
        assertInvalid(
                "Attributes Reason: Invalid attribute name: Colour",
                () -> sns.setEndpointAttributes(r -> r.endpointArn(arn).attributes(Map.of("Colour", "red"))));
    }

    @Test
    void applicationTakesItsEndpointsWithIt() {
        String application = application();
        String arn = endpoint(application);
        sns.deletePlatformApplication(r -> r.platformApplicationArn(application));

        assertRefused(
                "NotFound", 404, "Endpoint does not exist", () -> sns.getEndpointAttributes(r -> r.endpointArn(arn)));
        assertRefused(
                "NotFound",
                404,
                "PlatformApplication does not exist",
                () -> sns.listEndpointsByPlatformApplication(r -> r.platformApplicationArn(application)));
    }

    @Test
    void pushNotificationsAreKept() throws Exception {
        String arn = endpoint(application());
        String topic = topic("orders");
        sns.subscribe(r -> r.topicArn(topic).protocol("application").endpoint(arn));

        String id = sns.publish(r ->
                        r.targetArn(arn).messageStructure("json").message("{\"default\":\"d\",\"ADM\":\"for Amazon\"}"))
                .messageId();
        publish(topic, "by topic");

        assertThat(request("GET", "/_aws/sns/platform-endpoint-messages?endpointArn=" + encoded(arn)))
                .contains("\"Message\":\"for Amazon\"", id, "\"Message\":\"by topic\"");
        request("DELETE", "/_aws/sns/platform-endpoint-messages");
        assertThat(request("GET", "/_vaportrail/sns/messages?kind=push")).contains("\"messages\":[]");
    }

    @Test
    void disabledEndpointTakesNothing() {
        String arn = endpoint(application());
        sns.setEndpointAttributes(r -> r.endpointArn(arn).attributes(Map.of("Enabled", "false")));

        assertRefused(
                "EndpointDisabled",
                400,
                "Endpoint is disabled",
                () -> sns.publish(r -> r.targetArn(arn).message("m")));
    }

    @Test
    void textMessagesAreKeptUnlessTheNumberOptedOut() throws Exception {
        sns.publish(r -> r.phoneNumber("+15551234567").message("hello"));
        assertThat(request("GET", "/_aws/sns/sms-messages?phoneNumber=" + encoded("+15551234567")))
                .contains("\"Message\":\"hello\"");

        request("POST", "/_vaportrail/sns/opted-out?phoneNumber=" + encoded("+15551234567"));
        sns.publish(r -> r.phoneNumber("+15551234567").message("again"));

        assertThat(request("GET", "/_vaportrail/sns/messages?kind=sms")).doesNotContain("again");
        assertThat(sns.checkIfPhoneNumberIsOptedOut(r -> r.phoneNumber("+15551234567"))
                        .isOptedOut())
                .isTrue();
        assertThat(sns.listPhoneNumbersOptedOut().phoneNumbers()).containsExactly("+15551234567");
        sns.optInPhoneNumber(r -> r.phoneNumber("+15551234567"));
        assertThat(sns.listPhoneNumbersOptedOut().phoneNumbers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Unknown, x, Unknown is not a valid attribute",
        "DefaultSMSType, x, DefaultSMSType is invalid",
        "DefaultSenderID, 123456789, DefaultSenderID is invalid"
    })
    void badPreferencesAreRefused(String name, String value, String message) {
        assertRefused(
                "InvalidParameter", 400, message, () -> sns.setSMSAttributes(r -> r.attributes(Map.of(name, value))));
    }

    @Test
    void preferencesAreKept() {
        assertThat(sns.getSMSAttributes(r -> {}).attributes()).isEqualTo(Map.of("MonthlySpendLimit", "1"));
        sns.setSMSAttributes(r -> r.attributes(Map.of("DefaultSMSType", "Transactional")));
        assertThat(sns.getSMSAttributes(r -> r.attributes("DefaultSMSType")).attributes())
                .isEqualTo(Map.of("DefaultSMSType", "Transactional"));
    }

    @Test
    void sandboxNumberIsVerifiedWithTheCodeSent() throws Exception {
        sns.createSMSSandboxPhoneNumber(r -> r.phoneNumber("+15551234567"));
        String kept = request("GET", "/_vaportrail/sns/messages?kind=sms");
        String code = kept.replaceAll("(?s).*code is ([0-9]{6}).*", "$1");
        assertThat(sns.listSMSSandboxPhoneNumbers(r -> {}).phoneNumbers())
                .singleElement()
                .satisfies(number -> assertThat(number.statusAsString()).isEqualTo("Pending"));

        sns.verifySMSSandboxPhoneNumber(r -> r.phoneNumber("+15551234567").oneTimePassword(code));

        assertThat(sns.listSMSSandboxPhoneNumbers(r -> {}).phoneNumbers())
                .singleElement()
                .satisfies(number -> assertThat(number.statusAsString()).isEqualTo("Verified"));
        sns.deleteSMSSandboxPhoneNumber(r -> r.phoneNumber("+15551234567"));
        assertThat(sns.getSMSSandboxAccountStatus(r -> {}).isInSandbox()).isFalse();
    }
}
