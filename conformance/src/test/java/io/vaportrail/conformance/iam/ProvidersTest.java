package io.vaportrail.conformance.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** Identity providers, MFA devices, and credentials of single services. */
class ProvidersTest extends IamTest {
    private static final String METADATA =
            "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://idp.example.com\">"
                    + "<IDPSSODescriptor/>" + " ".repeat(1000) + "</EntityDescriptor>";

    @Test
    void keepsOidcProviders() {
        String arn = iam.createOpenIDConnectProvider(r -> r.url("https://token.example.com/tenant")
                        .clientIDList("web")
                        .thumbprintList("a".repeat(40)))
                .openIDConnectProviderArn();

        assertThat(arn).isEqualTo("arn:aws:iam::" + ACCOUNT + ":oidc-provider/token.example.com/tenant");
        iam.addClientIDToOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("app"));
        iam.removeClientIDFromOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("web"));
        GetOpenIdConnectProviderResponse read = iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        assertThat(read.url()).isEqualTo("token.example.com/tenant");
        assertThat(read.clientIDList()).containsExactly("app");
        assertRefused(
                () -> iam.createOpenIDConnectProvider(r -> r.url("https://token.example.com/tenant")),
                "EntityAlreadyExists",
                409,
                "Provider with url https://token.example.com/tenant already exists.");
        iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        assertNoSuchEntity(
                () -> iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn)),
                "OpenIDConnect Provider not found for arn " + arn);
    }

    @Test
    void keepsSamlProviders() {
        String arn = iam.createSAMLProvider(r -> r.name("corp").samlMetadataDocument(METADATA))
                .samlProviderArn();

        assertThat(arn).isEqualTo("arn:aws:iam::" + ACCOUNT + ":saml-provider/corp");
        assertThat(iam.getSAMLProvider(r -> r.samlProviderArn(arn)).samlMetadataDocument())
                .isEqualTo(METADATA);
        assertThat(iam.listSAMLProviders().samlProviderList()).hasSize(1);
        assertRefused(
                () -> iam.createSAMLProvider(
                        r -> r.name("other").samlMetadataDocument("<html>" + " ".repeat(1000) + "</html>")),
                "InvalidInput",
                400,
                "Could not parse metadata");
        assertThat(AwsError.of(() -> iam.createSAMLProvider(r ->
                                r.name("other").samlMetadataDocument(METADATA).addPrivateKey("key")))
                        .code())
                .isEqualTo("NotImplemented");
    }

    @Test
    void wantsTheCodesOfAnMfaDevice() {
        iam.createUser(r -> r.userName("nora"));
        VirtualMFADevice device =
                iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone")).virtualMFADevice();
        String serial = device.serialNumber();

        assertThat(serial).isEqualTo("arn:aws:iam::" + ACCOUNT + ":mfa/phone");
        assertThat(device.base32StringSeed().asUtf8String()).matches("[A-Z2-7]{64}");
        assertRefused(
                () -> iam.enableMFADevice(r -> r.userName("nora")
                        .serialNumber(serial)
                        .authenticationCode1("000000")
                        .authenticationCode2("000000")),
                "InvalidAuthenticationCode",
                403,
                "Authentication code for device is not valid.");
        assertThat(iam.listMFADevices(r -> r.userName("nora")).mfaDevices()).isEmpty();
        iam.deleteVirtualMFADevice(r -> r.serialNumber(serial));
        assertThat(iam.listVirtualMFADevices().virtualMFADevices()).isEmpty();
    }

    @Test
    void issuesPasswordsForServices() {
        iam.createUser(r -> r.userName("nora"));
        ServiceSpecificCredential issued = iam.createServiceSpecificCredential(
                        r -> r.userName("nora").serviceName("codecommit.amazonaws.com"))
                .serviceSpecificCredential();
        String id = issued.serviceSpecificCredentialId();

        assertThat(issued.serviceUserName()).isEqualTo("nora-at-" + ACCOUNT);
        iam.updateServiceSpecificCredential(
                r -> r.userName("nora").serviceSpecificCredentialId(id).status(StatusType.INACTIVE));
        assertThat(iam.listServiceSpecificCredentials(r -> r.userName("nora")).serviceSpecificCredentials())
                .singleElement()
                .satisfies(c -> assertThat(c.status()).isEqualTo(StatusType.INACTIVE));
        assertThat(iam.resetServiceSpecificCredential(r -> r.userName("nora").serviceSpecificCredentialId(id))
                        .serviceSpecificCredential()
                        .servicePassword())
                .isNotEqualTo(issued.servicePassword());
        assertNoSuchEntity(
                () -> iam.deleteServiceSpecificCredential(
                        r -> r.userName("nora").serviceSpecificCredentialId("ACCAEXAMPLE2222222222")),
                "No such credential ACCAEXAMPLE2222222222 exists");
        assertInvalid(
                () -> iam.deleteServiceSpecificCredential(
                        r -> r.userName("nora").serviceSpecificCredentialId("with-hyphens-in-it-as-it-is")),
                "1 validation error detected: Value at 'serviceSpecificCredentialId' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [\\w]+");
        assertNoSuchEntity(
                () -> iam.listServiceSpecificCredentials(r -> r.userName("nora").serviceName("other.amazonaws.com")),
                "No such service other.amazonaws.com is supported for Service Specific Credentials");
    }
}
