package io.vaportrail.sns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    @Test
    void headerHasSeveral() {
        assertThat(Challenge.in(
                        "Negotiate, Basic realm=\"a \\\"b\\\", c\", Digest  qop=\"auth,auth-int\" , nonce = xyz"))
                .containsExactly(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a \"b\", c")),
                        new Challenge("digest", Map.of("qop", "auth,auth-int", "nonce", "xyz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "=", "\"", "Digest nonce=\"", "Digest nonce=", "=\"a\\", "Basic \"", "a=b"})
    void malformedHeadersDoNoHarm(String header) {
        assertThat(Challenge.in(header)).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://bob:secret@host/x, http://host/x, bob, secret",
        "http://bob@host:8080/x?y=a@b, http://host:8080/x?y=a@b, bob, ''",
        "https://b%40b:s%3Ac@host, https://host, b@b, s:c"
    })
    void nameAndPasswordAreTakenOutOfTheAddress(String endpoint, String address, String user, String password) {
        assertThat(HttpCredentials.address(endpoint)).hasToString(address);
        assertThat(HttpCredentials.of(endpoint)).isEqualTo(new HttpCredentials(user, password));
        assertThat(HttpCredentials.of(address)).isNull();
    }
}
