package io.vaportrail.identity.sts.saml;

import io.vaportrail.identity.sts.StsErrors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a SAML response says. Its signature is not looked at.
 *
 * @param id of the assertion
 * @param issuer who says it
 * @param subject of whom
 * @param subjectType the kind of name that the subject is, without the prefix of SAML's own kinds
 * @param recipient whom the subject's confirmation is for: the address that it was posted to
 * @param audiences whom it is meant for; none when it does not say
 * @param issuedAt when it was issued
 * @param validUntil when it can no longer be redeemed, or {@code null}
 * @param sessionEnd when sessions begun by it end at the latest, or {@code null}
 * @param attributes values by attribute name
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">SAML assertions for the
 *     authentication response</a>
 */
record SamlAssertion(
        String id,
        String issuer,
        String subject,
        String subjectType,
        @Nullable String recipient,
        List<String> audiences,
        Instant issuedAt,
        @Nullable Instant validUntil,
        @Nullable Instant sessionEnd,
        Map<String, List<String>> attributes) {
    private static final String ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/";
    private static final String KINDS_OF_NAME = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

    /**
     * Reads a response.
     *
     * @param encoded the XML document in base 64
     * @throws io.vaportrail.schema.ServiceException InvalidIdentityToken when it is none
     */
    static SamlAssertion read(String encoded) {
        byte[] document;
        try {
            document = Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw StsErrors.invalidIdentityToken("Invalid base64 SAMLResponse");
        }
        SamlXml response = SamlXml.parse(document);
        if (response == null || !response.name().equals("Response")) {
            throw StsErrors.invalidIdentityToken("Response is not a valid SAML response document");
        }
        SamlXml assertion = response.child("Assertion");
        if (assertion == null) {
            throw StsErrors.invalidIdentityToken("Assertion is required in AuthnResponse");
        }
        return of(assertion);
    }

    private static SamlAssertion of(SamlXml assertion) {
        SamlXml name = assertion.at("Subject", "NameID");
        SamlXml confirmation = assertion.at("Subject", "SubjectConfirmation", "SubjectConfirmationData");
        SamlXml conditions = assertion.child("Conditions");
        SamlXml statement = assertion.child("AuthnStatement");
        return new SamlAssertion(
                required(assertion.attribute("ID"), "ID"),
                required(assertion.textAt("Issuer"), "Issuer"),
                required(name == null ? null : name.text(), "NameID"),
                typeOf(name),
                confirmation == null ? null : confirmation.attribute("Recipient"),
                audiences(conditions),
                required(time(assertion, "IssueInstant"), "IssueInstant"),
                earlier(time(confirmation, "NotOnOrAfter"), time(conditions, "NotOnOrAfter")),
                time(statement, "SessionNotOnOrAfter"),
                attributes(assertion));
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null || value.equals("")) {
            throw StsErrors.invalidIdentityToken(what + " is required in AuthnResponse");
        }
        return value;
    }

    private static String typeOf(@Nullable SamlXml name) {
        String format = name == null ? null : name.attribute("Format");
        if (format == null) {
            return "unspecified";
        }
        return format.startsWith(KINDS_OF_NAME) ? format.substring(KINDS_OF_NAME.length()) : format;
    }

    private static List<String> audiences(@Nullable SamlXml conditions) {
        List<String> audiences = new ArrayList<>();
        if (conditions != null) {
            for (SamlXml restriction : conditions.children("AudienceRestriction")) {
                restriction.children("Audience").forEach(audience -> audiences.add(audience.text()));
            }
        }
        return audiences;
    }

    private static @Nullable Instant time(@Nullable SamlXml element, String attribute) {
        String text = element == null ? null : element.attribute(attribute);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw StsErrors.invalidIdentityToken(attribute + " is invalid in AuthnResponse");
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Map<String, List<String>> attributes(SamlXml assertion) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (SamlXml statement : assertion.children("AttributeStatement")) {
            for (SamlXml attribute : statement.children("Attribute")) {
                String attributeName = attribute.attribute("Name");
                List<String> values =
                        attributes.computeIfAbsent(attributeName == null ? "" : attributeName, n -> new ArrayList<>());
                attribute.children("AttributeValue").forEach(value -> values.add(value.text()));
            }
        }
        return attributes;
    }

    /** The values of one of AWS's attributes, for example {@code Role}; none when it is not there. */
    List<String> values(String name) {
        return attributes.getOrDefault(ATTRIBUTES + name, List.of());
    }

    /** The only value of one of AWS's attributes, or {@code null}. */
    @Nullable String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The tags that the session gets. */
    Map<String, String> principalTags() {
        String prefix = ATTRIBUTES + "PrincipalTag:";
        Map<String, String> tags = new LinkedHashMap<>();
        attributes.forEach((name, values) -> {
            if (name.startsWith(prefix) && name.length() > prefix.length() && !values.isEmpty()) {
                tags.put(name.substring(prefix.length()), values.get(0));
            }
        });
        return tags;
    }

    /** Whether it lets the subject assume the role by way of the provider; the two come in either order. */
    boolean names(String roleArn, String providerArn) {
        for (String pair : values("Role")) {
            String[] arns = pair.split(",", 2);
            if (arns.length == 2) {
                String first = arns[0].strip();
                String second = arns[1].strip();
                if ((first.equals(roleArn) && second.equals(providerArn))
                        || (first.equals(providerArn) && second.equals(roleArn))) {
                    return true;
                }
            }
        }
        return false;
    }
}
