package io.vaportrail.core.protection;

import java.util.function.Predicate;

/** What holds for data beside its form: check digits, mostly. */
enum Check {
    /** Nothing. */
    NONE(text -> true),
    /** It has a digit. */
    DIGIT(text -> !CheckDigits.digits(text).isEmpty()),
    /** It has a digit and a letter. */
    MIXED(text -> !CheckDigits.digits(text).isEmpty() && text.chars().anyMatch(Character::isLetter)),
    /** A card's number, with the digit of Luhn; not one that issuers give out for tests. */
    CARD(CheckDigits::isCard),
    /** The digit of Luhn. */
    LUHN(text -> CheckDigits.luhn(CheckDigits.digits(text))),
    /** The check digits of an international bank account number. */
    IBAN(CheckDigits::iban),
    /** The check digit of the National Health Service. */
    NHS(CheckDigits::nhs),
    /** The check digit of a National Provider Identifier. */
    NPI(text -> CheckDigits.luhn("80840" + CheckDigits.digits(text)));

    private final Predicate<String> predicate;

    Check(Predicate<String> predicate) {
        this.predicate = predicate;
    }

    boolean holds(String text) {
        return predicate.test(text);
    }
}
