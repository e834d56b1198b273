package io.vaportrail.sns.platform;

import java.util.Map;

/** The endpoint of a device. */
public final class PlatformEndpoint {
    private final PlatformApplication application;
    private final String arn;
    private volatile Map<String, String> attributes;

    PlatformEndpoint(PlatformApplication application, String arn, Map<String, String> attributes) {
        this.application = application;
        this.arn = arn;
        this.attributes = attributes;
    }

    /** Its application. */
    public PlatformApplication application() {
        return application;
    }

    /** Its ARN. */
    public String arn() {
        return arn;
    }

    /** Whether messages are sent to it. */
    public boolean enabled() {
        return "true".equalsIgnoreCase(attributes.get(PlatformAttributes.ENABLED));
    }

    /** What the push service knows the device by. */
    public String token() {
        return attributes.getOrDefault(PlatformAttributes.TOKEN, "");
    }

    Map<String, String> attributes() {
        return attributes;
    }

    void attributes(Map<String, String> changed) {
        attributes = changed;
    }
}
