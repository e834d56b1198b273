package io.vaportrail.sns.platform;

import io.vaportrail.sns.store.SnsArn;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** An application, as one push service knows it, and the endpoints of its devices. */
public final class PlatformApplication {
    private final SnsArn arn;
    private final String platform;
    private final ConcurrentSkipListMap<String, PlatformEndpoint> endpoints = new ConcurrentSkipListMap<>();
    private volatile Map<String, String> attributes;

    PlatformApplication(SnsArn arn, String platform, Map<String, String> attributes) {
        this.arn = arn;
        this.platform = platform;
        this.attributes = attributes;
    }

    /** Its ARN. */
    public SnsArn arn() {
        return arn;
    }

    /** Its name. */
    public String name() {
        return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    }

    /** The push service, for example {@code APNS}. */
    public String platform() {
        return platform;
    }

    /** Whether messages are sent to its devices. */
    public boolean enabled() {
        return !"false".equalsIgnoreCase(attributes.get(PlatformAttributes.ENABLED));
    }

    /** What its owner set, credentials left out. */
    public Map<String, String> attributes() {
        return attributes;
    }

    void attributes(Map<String, String> changed) {
        attributes = changed;
    }

    /** The endpoints of its devices, by ARN. */
    ConcurrentSkipListMap<String, PlatformEndpoint> endpoints() {
        return endpoints;
    }
}
