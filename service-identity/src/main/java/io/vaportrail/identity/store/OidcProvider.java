package io.vaportrail.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An OpenID Connect identity provider. */
public final class OidcProvider implements Tagged {
    private final String arn;
    private final String url;
    private final Instant createDate;
    private volatile List<String> clientIds;
    private volatile List<String> thumbprints;
    private volatile Map<String, String> tags = Map.of();

    /**
     * A provider.
     *
     * @param url without the scheme, as in its ARN
     */
    public OidcProvider(
            String accountId, String url, Instant createDate, List<String> clientIds, List<String> thumbprints) {
        this.arn = "arn:aws:iam::" + accountId + ":oidc-provider/" + url;
        this.url = url;
        this.createDate = createDate;
        this.clientIds = List.copyOf(clientIds);
        this.thumbprints = List.copyOf(thumbprints);
    }

    /** Its ARN. */
    public String arn() {
        return arn;
    }

    /** Its address without the scheme, for example {@code accounts.example.com/tenant}. */
    public String url() {
        return url;
    }

    /** When it was created. */
    public Instant createDate() {
        return createDate;
    }

    /** The audiences that it may issue tokens for. */
    public List<String> clientIds() {
        return clientIds;
    }

    /** Replaces the audiences. */
    public void clientIds(List<String> changed) {
        this.clientIds = List.copyOf(changed);
    }

    /** The thumbprints of its certificates. */
    public List<String> thumbprints() {
        return thumbprints;
    }

    /** Replaces the thumbprints. */
    public void thumbprints(List<String> changed) {
        this.thumbprints = List.copyOf(changed);
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
