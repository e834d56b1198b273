package io.vaportrail.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataIdentifiersTest {
    private static final String ARN = "arn:aws:dataprotection::aws:data-identifier/";

    private static List<String> found(String identifier, String text) throws DataIdentifierException {
        List<String> found = new ArrayList<>();
        for (Detection place : DataIdentifiers.of(null).find(ARN + identifier).find(text)) {
            found.add(text.substring(place.start(), place.end()));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AwsSecretKey | aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            BankAccountNumber-DE | IBAN: DE89 3704 0044 0532 0130 00 | DE89 3704 0044 0532 0130 00
            BankAccountNumber-ES | iban ES9121000418450200051332 | ES9121000418450200051332
            BankAccountNumber-FR | iban FR1420041010050500013M02606 | FR1420041010050500013M02606
            BankAccountNumber-GB | iban GB82WEST12345698765432 | GB82WEST12345698765432
            BankAccountNumber-IT | iban IT60X0542811101000000123456 | IT60X0542811101000000123456
            BankAccountNumber-US | checking account 000123456789 | 000123456789
            CepCode-BR | CEP 01310-100 | 01310-100
            Cnpj-BR | cnpj 11.222.333/0001-81 | 11.222.333/0001-81
            CpfCode-BR | CPF: 111.444.777-35 | 111.444.777-35
            CreditCardExpiration | expiration 04/29 | 04/29
            CreditCardNumber | My credit card number is 4539894458086459 | 4539894458086459
            CreditCardSecurityCode | cvv 123 | 123
            DateOfBirth | dob: 1990-12-31 | 1990-12-31
            DateOfBirth | date of birth 31 December 1990 | 31 December 1990
            DriversLicense-DE | Führerschein B072RRE2I55 | B072RRE2I55
            DriversLicense-GB | driving licence MORGA657054SM9IJ | MORGA657054SM9IJ
            DriversLicense-US | driver's license D1234567 | D1234567
            DrugEnforcementAgencyNumber-US | DEA number AB1234563 | AB1234563
            ElectoralRollNumber-GB | electoral roll number AB1234 | AB1234
            EmailAddress | mail sarah@example.com now | sarah@example.com
            HealthInsuranceCardNumber-EU | ehic 80276000001234567890 | 80276000001234567890
            HealthInsuranceClaimNumber-US | hicn 123-45-6789-A1 | 123-45-6789-A1
            HealthInsuranceNumber-FR | carte vitale 184127645108946 | 184127645108946
            HealthcareProcedureCode-US | hcpcs J1234 | J1234
            IndividualTaxIdentificationNumber-US | ITIN 912-70-1234 | 912-70-1234
            InseeCode-FR | insee 1 84 12 76 451 089 46 | 1 84 12 76 451 089 46
            IpAddress | from 10.0.0.255 to 10.0.0.256 | 10.0.0.255
            LatLong | location 41.948614,-87.655311 | 41.948614,-87.655311
            MedicareBeneficiaryNumber-US | MBI 1EG4-TE5-MK73 | 1EG4-TE5-MK73
            NationalDrugCode-US | NDC 0777-3105-02 | 0777-3105-02
            NationalIdentificationNumber-DE | Personalausweis T22000129 | T22000129
            NationalIdentificationNumber-ES | DNI 12345678Z | 12345678Z
            NationalIdentificationNumber-IT | codice fiscale RSSMRA85T10A562S | RSSMRA85T10A562S
            NationalInsuranceNumber-GB | NINO AB 12 34 56 C | AB 12 34 56 C
            NationalProviderId-US | npi 1234567893 | 1234567893
            NhsNumber-GB | NHS 943 476 5919 | 943 476 5919
            NieNumber-ES | NIE X1234567L | X1234567L
            NifNumber-ES | NIF 12345678Z | 12345678Z
            PassportNumber-CA | passport GA302922 | GA302922
            PassportNumber-US | passport 123456789 | 123456789
            PermanentResidenceNumber-CA | pr number RA0302123456 | RA0302123456
            PersonalHealthNumber-CA | PHN 9876 543 210 | 9876 543 210
            PhoneNumber | +49 30 1234567 | +49 30 1234567
            PhoneNumber-BR | celular (11) 91234-5678 | (11) 91234-5678
            PhoneNumber-FR | +33 1 23 45 67 89 | +33 1 23 45 67 89
            PhoneNumber-GB | phone 020 7946 0958 | 020 7946 0958
            PhoneNumber-US | phone (206) 555-0100 | (206) 555-0100
            PhoneNumber-US | +1 206 555 0100 | +1 206 555 0100
            PostalCode-CA | K1A 0B1 | K1A 0B1
            RgNumber-BR | RG 12.345.678-9 | 12.345.678-9
            SocialInsuranceNumber-CA | sin 046 454 286 | 046 454 286
            Ssn-ES | ssn 28/12345678/40 | 28/12345678/40
            Ssn-US | {"ssn":"123-45-6789"} | 123-45-6789
            TaxId-DE | steuernummer 12 345 678 903 | 12 345 678 903
            TaxId-GB | UTR 12345 67890 | 12345 67890
            VehicleIdentificationNumber | VIN 1M8GDM9AXKP042788 | 1M8GDM9AXKP042788
            ZipCode-US | zip code 98101-1234 | 98101-1234
            """)
    void findsData(String identifier, String text, String data) throws DataIdentifierException {
        assertThat(found(identifier, text)).containsExactly(data);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CreditCardNumber | My number is 4539894458086459
            CreditCardNumber | credit card 4539894458086458
            CreditCardNumber | credit card 4111111111111111
            CreditCardNumber | discarded 4539894458086459
            CreditCardNumber | the card was lost, and weeks later somebody found 4539894458086459
            BankAccountNumber-DE | iban DE88370400440532013000
            NhsNumber-GB | nhs 9434765918
            NationalProviderId-US | npi 1234567890
            SocialInsuranceNumber-CA | sin 046454287
            Ssn-US | order 123-45-6789
            IpAddress | 300.1.2.3
            PhoneNumber-US | order 2065550100
            VehicleIdentificationNumber | vin 12345678901234567
            """)
    void findsNothingElse(String identifier, String text) throws DataIdentifierException {
        assertThat(found(identifier, text)).isEmpty();
    }

    @Test
    void findsKeysOverSeveralLines() throws DataIdentifierException {
        String body = "-----\nb3BlbnNzaC1rZXk\nAAAA=\n-----END ";
        String openSsh = "-----BEGIN OPENSSH PRIVATE KEY" + body + "OPENSSH PRIVATE KEY-----";
        String rsa = "-----BEGIN RSA PRIVATE KEY" + body + "RSA PRIVATE KEY-----";
        String pgp = "-----BEGIN PGP PRIVATE KEY BLOCK" + body + "PGP PRIVATE KEY BLOCK-----";
        String putty = "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPrivate-MAC: 0a1b2c";

        assertThat(found("OpenSshPrivateKey", "a " + openSsh + " b")).containsExactly(openSsh);
        assertThat(found("PkcsPrivateKey", "a " + rsa + " b")).containsExactly(rsa);
        assertThat(found("PgpPrivateKey", "a " + pgp + " b")).containsExactly(pgp);
        assertThat(found("PuttyPrivateKey", "a " + putty + " b")).containsExactly(putty);
        assertThat(found("OpenSshPrivateKey", openSsh.replace("\n", "\\n"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"social security 123-45-6789", "SOCIAL_SECURITY:123-45-6789", "123-45-6789 (socialsecurity)"})
    void keywordsAreNearInAnyForm(String text) throws DataIdentifierException {
        assertThat(found("Ssn-US", text)).hasSize(1);
    }

    @Test
    void everyManagedIdentifierCanBeAskedFor() throws DataIdentifierException {
        String[] names = ManagedIdentifiers.read().keySet().toArray(String[]::new);
        Arrays.sort(names);

        assertThat(names).hasSize(99).contains("PuttyPrivateKey", "DriversLicense-SK", "TaxId-FR");
        for (String name : names) {
            assertThat(DataIdentifiers.of(null).find(ARN + name).find("nothing to see here"))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:dataprotection:us-east-1::data-identifier/EmailAddress",
                "arn:aws-cn:dataprotection::aws:data-identifier/EmailAddress"
            })
    void arnsHaveARegionOrNone(String arn) throws DataIdentifierException {
        assertThat(DataIdentifiers.of(null).find(arn).name()).isEqualTo("EmailAddress");
    }

    @ParameterizedTest
    @CsvSource({"Address, true", "Name, true", "DriversLicense-XX, false", "Address2, false"})
    void refusesWhatItCannotFind(String name, boolean known) {
        assertThatThrownBy(() -> DataIdentifiers.of(null).find(ARN + name))
                .isInstanceOfSatisfying(DataIdentifierException.class, e -> assertThat(e.isKnownToAws())
                        .isEqualTo(known));
    }

    @Test
    void customIdentifiersAreFoundByName() throws DataIdentifierException {
        DataIdentifiers identifiers = DataIdentifiers.of(
                Map.of("CustomDataIdentifier", List.of(Map.of("Name", "EmployeeId", "Regex", "EID-\\d{9}-US"))));

        assertThat(identifiers.find("EmployeeId").find("I am EID-123456789-US")).containsExactly(new Detection(5, 21));
    }

    private static Map<String, String> custom(String name, String regex) {
        return Map.of("Name", name, "Regex", regex);
    }

    private static void assertRefused(Object configuration) {
        assertThatThrownBy(() -> DataIdentifiers.of(configuration)).isInstanceOf(DataIdentifierException.class);
    }

    @Test
    void customIdentifiersAreBounded() throws DataIdentifierException {
        List<Map<String, String>> eleven = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            eleven.add(custom("n" + i, "x"));
        }
        DataIdentifiers.of(Map.of("CustomDataIdentifier", eleven.subList(0, 10)));
        DataIdentifiers.of(Map.of("CustomDataIdentifier", List.of(custom("n".repeat(128), "x".repeat(200)))));

        assertRefused(Map.of("CustomDataIdentifier", eleven));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("n".repeat(129), "x"))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("n", "x".repeat(201)))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("n", ""))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("a b", "x"))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("n", "x"), custom("n", "y"))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("EmailAddress", "x"))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(custom("n", "(?=x)"))));
        assertRefused(Map.of("CustomDataIdentifier", List.of(Map.of("Name", "n"))));
        assertRefused("text");
    }

    @Test
    void longHostileTextsTakeNoLongerThanTheyAreLong() throws DataIdentifierException {
        String cards = "card ".repeat(20_000) + "4539894458086459 ".repeat(10_000);
        String dots = "a.".repeat(130_000);

        assertThat(found("CreditCardNumber", cards)).isNotEmpty();
        assertThat(found("EmailAddress", dots)).isEmpty();
        assertThat(found("Ssn-US", "ssn 1-".repeat(40_000))).isEmpty();
    }

    @Test
    void placesAreMaskedOrRemoved() {
        String text = "a 12 b 345";
        List<Detection> places = List.of(new Detection(7, 10), new Detection(2, 4), new Detection(3, 4));

        assertThat(Detections.masked(text, places, '#')).isEqualTo("a ## b ###");
        assertThat(Detections.removed(text, places)).isEqualTo("a  b ");
        assertThat(Detections.masked(text, List.of(), '#')).isEqualTo(text);
        assertThat(Detections.merged(places)).containsExactly(new Detection(2, 4), new Detection(7, 10));
    }
}
