package io.vaportrail.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPasswordsTest {
    @ParameterizedTest
    @CsvSource({
        "https://user:secret@host, secret",
        "https://user:secret@host/path?a=b@c, secret",
        "http://:secret@host:8080/, secret",
        "https://user:p@ss@host, p@ss",
        "https://user:a:b@host, a:b",
        "//user:secret@host, secret"
    })
    void hidesThePasswordAlone(String url, String password) {
        assertThat(UrlPasswords.in(url)).isEqualTo(password);
        assertThat(UrlPasswords.hidden(url)).isEqualTo(url.replace(password, HiddenTexts.HIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn:aws:sqs:us-east-1:000000000000:inbox",
                "orders@example.com",
                "+15550100",
                "https://host:8080/a@b",
                "https://user@host",
                "https://user:@host",
                "https://",
                "//@"
            })
    void leavesEverythingElseAsItIs(String text) {
        assertThat(UrlPasswords.in(text)).isNull();
        assertThat(UrlPasswords.hidden(text)).isEqualTo(text);
    }
}
