package io.vaportrail.identity.store;

import java.time.Instant;
import java.util.Map;

/** A SAML identity provider. */
public final class SamlProvider implements Tagged {
    private final String arn;
    private final String name;
    private final String uuid;
    private final Instant createDate;
    private volatile String metadataDocument;
    private volatile Instant validUntil;
    private volatile Map<String, String> tags = Map.of();

    /**
     * A provider.
     *
     * @param uuid its unique id
     * @param metadataDocument the provider's own description, XML
     * @param validUntil when the description expires
     */
    public SamlProvider(
            String accountId,
            String name,
            String uuid,
            Instant createDate,
            String metadataDocument,
            Instant validUntil) {
        this.arn = "arn:aws:iam::" + accountId + ":saml-provider/" + name;
        this.name = name;
        this.uuid = uuid;
        this.createDate = createDate;
        this.metadataDocument = metadataDocument;
        this.validUntil = validUntil;
    }

    /** Its ARN. */
    public String arn() {
        return arn;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its unique id. */
    public String uuid() {
        return uuid;
    }

    /** When it was created. */
    public Instant createDate() {
        return createDate;
    }

    /** The provider's own description, XML. */
    public String metadataDocument() {
        return metadataDocument;
    }

    /** When the description expires. */
    public Instant validUntil() {
        return validUntil;
    }

    /** Replaces the description. */
    public void metadata(String document, Instant expires) {
        this.metadataDocument = document;
        this.validUntil = expires;
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    @Override
    public void tags(Map<String, String> changed) {
        this.tags = Tagged.frozen(changed);
    }
}
