package io.vaportrail.identity.sts;

import io.vaportrail.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens and assertions as identity providers make them, with signatures of no worth. */
final class Tokens {
    private Tokens() {}

    /** Claims that are all right an hour before and after the fixture's start. */
    static Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://token.example.com");
        claims.put("sub", "repo:acme/site:ref:refs/heads/main");
        claims.put("aud", "sts.amazonaws.com");
        claims.put("iat", StsFixture.START / 1000 - 60);
        claims.put("exp", StsFixture.START / 1000 + 3_600);
        return claims;
    }

    static Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = claims();
        claims.put(claim, value);
        return claims;
    }

    static String token(Map<String, Object> claims) {
        return part(Json.write(Map.of("alg", "RS256", "kid", "1"))) + "." + part(Json.write(claims)) + "."
                + part("signature");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/Corporate";
    static final String ROLE = "arn:aws:iam::111122223333:role/Staff";

    static final String METADATA = "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
            + " entityID=\"https://idp.example.com/saml\"><md:IDPSSODescriptor/></md:EntityDescriptor>";

    static String attribute(String name, String... values) {
        StringBuilder xml = new StringBuilder("<saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/")
                .append(name)
                .append("\">");
        for (String value : List.of(values)) {
            xml.append("<saml:AttributeValue>").append(value).append("</saml:AttributeValue>");
        }
        return xml.append("</saml:Attribute>").toString();
    }

    /** Attributes that an assertion must have. */
    static String attributes() {
        return attribute("Role", ROLE + "," + PROVIDER) + attribute("RoleSessionName", "sarah@example.com");
    }

    /** The document of a response with these attributes, good at the fixture's start. */
    static String document(String attributes) {
        return """
                <?xml version="1.0"?>
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
                    ID="_response" IssueInstant="2025-06-15T15:06:00Z">
                  <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
                  <saml:Assertion ID="_assertion" IssueInstant="2025-06-15T15:06:00Z" Version="2.0">
                    <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
                    <saml:Subject>
                      <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">sarah</saml:NameID>
                      <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                        <saml:SubjectConfirmationData NotOnOrAfter="2025-06-15T15:11:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
                      </saml:SubjectConfirmation>
                    </saml:Subject>
                    <saml:Conditions NotBefore="2025-06-15T15:01:00Z" NotOnOrAfter="2025-06-15T15:16:00Z">
                      <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
                    </saml:Conditions>
                    <saml:AuthnStatement AuthnInstant="2025-06-15T15:06:00Z"/>
                    <saml:AttributeStatement>%s</saml:AttributeStatement>
                  </saml:Assertion>
                </samlp:Response>
                """.formatted(attributes);
    }

    static String encoded(String document) {
        return Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
    }
}
