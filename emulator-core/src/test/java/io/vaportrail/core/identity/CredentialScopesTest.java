package io.vaportrail.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.schema.ServiceException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialScopesTest {
    private static final String SIGNED = ", SignedHeaders=host;x-amz-date, Signature=abc";

    @Test
    void readsVersion4() {
        assertThat(header("AWS4-HMAC-SHA256 Credential=sarah/20260101/eu-west-1/sqs/aws4_request" + SIGNED))
                .isEqualTo(new CredentialScope("sarah", "eu-west-1", "sqs"));
    }

    @Test
    void readsVersion4aWhichNamesNoRegion() {
        assertThat(header("AWS4-ECDSA-P256-SHA256 Credential=sarah/20260101/sts/aws4_request" + SIGNED))
                .isEqualTo(new CredentialScope("sarah", null, "sts"));
    }

    @Test
    void readsVersion2() {
        assertThat(header("AWS sarah:c2lnbmF0dXJl")).isEqualTo(new CredentialScope("sarah", null, null));
        assertThat(query("AWSAccessKeyId=sarah&Signature=x")).isEqualTo(new CredentialScope("sarah", null, null));
    }

    @Test
    void readsPresignedAddresses() {
        String scope = "sarah%2F20260101%2Fus-west-2%2Fs3%2Faws4_request";

        assertThat(query("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + scope + "&X-Amz-Date=x"))
                .isEqualTo(new CredentialScope("sarah", "us-west-2", "s3"));
        assertThat(query("X-Amz-Credential=" + scope)).isEqualTo(new CredentialScope("sarah", "us-west-2", "s3"));
    }

    @Test
    void aKeyMayHoldAnAtSign() {
        assertThat(header("AWS4-HMAC-SHA256 Credential=app@111122223333/20260101/us-east-1/sqs/aws4_request" + SIGNED))
                .isEqualTo(new CredentialScope("app@111122223333", "us-east-1", "sqs"));
    }

    @Test
    void anUnsignedRequestHasNone() {
        assertThat(CredentialScopes.of(request(null, null))).isNull();
        assertThat(query("Action=ListQueues")).isNull();
        assertThat(header("Bearer token")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Signature=abc",
                "AWS4-HMAC-SHA256 Credential=",
                "AWS4-HMAC-SHA256 Credential=sarah",
                "AWS4-HMAC-SHA256 Credential=sarah/20260101/us-east-1/sqs/other",
                "AWS4-HMAC-SHA256 Credential=/20260101/us-east-1/sqs/aws4_request",
                "AWS4-HMAC-SHA256 Credential=sarah/20260101/US_EAST/sqs/aws4_request",
                "AWS4-HMAC-SHA256 Credential=sarah/20260101/../sqs/aws4_request",
                "AWS4-HMAC-SHA256 Credential=sarah/20260101//sqs/aws4_request",
            })
    void anUnreadableScopeIsAnIncompleteSignature(String authorization) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> header(authorization))
                .satisfies(e -> assertThat(e.error().code()).isEqualTo("IncompleteSignature"));
    }

    @Property(tries = 500)
    void anyTextGivesAScopeNoneOrAnError(@ForAll String text) {
        for (String authorization : new String[] {text, "AWS4-HMAC-SHA256 Credential=" + text, "AWS " + text}) {
            try {
                CredentialScope scope = header(authorization);
                assertThat(scope == null || !scope.accessKeyId().isEmpty() || authorization.startsWith("AWS "))
                        .isTrue();
            } catch (ServiceException e) {
                assertThat(e.error().httpStatus()).isEqualTo(400);
            }
        }
    }

    private static @Nullable CredentialScope header(String authorization) {
        return CredentialScopes.of(request(authorization, null));
    }

    private static @Nullable CredentialScope query(String query) {
        return CredentialScopes.of(request(null, query));
    }

    private static HttpRequest request(@Nullable String authorization, @Nullable String query) {
        ListHeaders headers = ListHeaders.of("Host", "localhost:4566");
        if (authorization != null) {
            headers.add("Authorization", authorization);
        }
        return new HttpRequest("POST", "/", query, headers, new byte[0], new Origin("127.0.0.1", null));
    }
}
