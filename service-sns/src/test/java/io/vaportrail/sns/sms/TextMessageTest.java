package io.vaportrail.sns.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMessageTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @ParameterizedTest
    @CsvSource({
        "a, 1, 1",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "€, 80, 1",
        "€, 81, 2",
        "ж, 70, 1",
        "ж, 71, 2",
        "ж, 134, 2",
        "ж, 135, 3"
    })
    void partsDependOnTheAlphabet(String character, int length, int parts) {
        assertThat(SmsParts.of(character.repeat(length))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "+12065550100, US",
        "+14165550100, CA",
        "2065550100, US",
        "+4930123456, DE",
        "+4420794609, GB",
        "+35312345, IE",
        "+351912345, PT",
        "+99999, ZZ",
        "+1, US"
    })
    void countryFollowsFromTheNumber(String number, String country) {
        assertThat(Countries.of(number)).isEqualTo(country);
    }

    @Test
    void limitHoldsOnceItIsSet() {
        SmsAccount account = new SmsAccount();
        assertThat(account.spend(NOVEMBER, 5)).isTrue();
        account.setAttributes(Map.of("DefaultSMSType", "Transactional"));
        assertThat(account.spend(NOVEMBER, 5)).isTrue();

        account.setAttributes(Map.of("MonthlySpendLimit", "12"));

        assertThat(account.spend(NOVEMBER, 2)).isTrue();
        assertThat(account.spend(NOVEMBER, 0.01)).isFalse();
        assertThat(account.spentUsd(NOVEMBER)).isEqualTo(12);
        assertThat(account.spentUsd(NOVEMBER.plusMonths(1))).isZero();
        assertThat(account.spend(NOVEMBER.plusMonths(1), 12)).isTrue();
    }
}
