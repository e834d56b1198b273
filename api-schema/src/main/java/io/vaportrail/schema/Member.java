package io.vaportrail.schema;

import org.jspecify.annotations.Nullable;

/** A member of a structure or union, the element of a list, or the key or value of a map. */
public final class Member {
    private final String name;
    private final int index;
    private final Schema target;
    private final boolean required;
    private final Location location;
    private final String locationName;
    private final String jsonName;
    private final String xmlName;
    private final boolean explicitXmlName;
    private final boolean xmlAttribute;
    private final boolean flattened;
    private final @Nullable XmlNamespace xmlNamespace;
    private final @Nullable TimestampFormat timestampFormat;
    private final @Nullable Object defaultValue;
    private final boolean idempotencyToken;
    private final boolean hostLabel;
    private final boolean streaming;
    private final boolean eventPayload;
    private final boolean eventHeader;
    private final Redaction redaction;
    private final @Nullable String auditName;

    private Member(Builder b, int index) {
        this.name = b.name;
        this.index = index;
        this.target = b.target;
        this.required = b.required;
        this.location = b.location;
        this.locationName = b.locationName == null ? b.name : b.locationName;
        this.jsonName = b.jsonName == null ? b.name : b.jsonName;
        this.xmlName = b.xmlName == null ? b.name : b.xmlName;
        this.explicitXmlName = b.xmlName != null;
        this.xmlAttribute = b.xmlAttribute;
        this.flattened = b.flattened;
        this.xmlNamespace = b.xmlNamespace;
        this.timestampFormat = b.timestampFormat;
        this.defaultValue = b.defaultValue;
        this.idempotencyToken = b.idempotencyToken;
        this.hostLabel = b.hostLabel;
        this.streaming = b.streaming;
        this.eventPayload = b.eventPayload;
        this.eventHeader = b.eventHeader;
        this.redaction = b.redaction;
        this.auditName = b.auditName;
    }

    /** Starts a member of this name and target. */
    public static Builder of(String name, Schema target) {
        return new Builder(name, target);
    }

    /** The name in the model, which is also the name in awsJson and CBOR. */
    public String name() {
        return name;
    }

    /** The position in the structure, from 0. */
    public int index() {
        return index;
    }

    /** The shape of the value. */
    public Schema target() {
        return target;
    }

    /** Whether the model requires the member. */
    public boolean required() {
        return required;
    }

    /** Where a REST protocol carries the member. */
    public Location location() {
        return location;
    }

    /** The header, prefix, label or query name that goes with {@link #location()}; the member's name without one. */
    public String locationName() {
        return locationName;
    }

    /** The name in a restJson body. */
    public String jsonName() {
        return jsonName;
    }

    /** The name in XML bodies and in awsQuery requests. */
    public String xmlName() {
        return xmlName;
    }

    /** Whether the model states the XML name itself. */
    public boolean hasXmlName() {
        return explicitXmlName;
    }

    /** Whether XML carries the member as an attribute. */
    public boolean xmlAttribute() {
        return xmlAttribute;
    }

    /** Whether XML and awsQuery repeat the member without a wrapping element. */
    public boolean flattened() {
        return flattened;
    }

    /** The namespace declared on the member's element, or {@code null}. */
    public @Nullable XmlNamespace xmlNamespace() {
        return xmlNamespace;
    }

    /** The timestamp format of member or target, or {@code null} when the protocol's default for the location holds. */
    public @Nullable TimestampFormat timestampFormat() {
        if (timestampFormat != null) {
            return timestampFormat;
        }
        return target instanceof SimpleSchema simple ? simple.timestampFormat() : null;
    }

    /** The value that stands for an absent member, or {@code null}. */
    public @Nullable Object defaultValue() {
        return defaultValue;
    }

    /** Whether SDKs fill the member with a random token when the caller gives none. */
    public boolean idempotencyToken() {
        return idempotencyToken;
    }

    /** Whether the value is also part of the host name. */
    public boolean hostLabel() {
        return hostLabel;
    }

    /** Whether the payload is streamed: a blob of any length, or a union of events. */
    public boolean streaming() {
        return streaming;
    }

    /** Whether an event carries the member as its payload. */
    public boolean eventPayload() {
        return eventPayload;
    }

    /** Whether an event carries the member as a header. */
    public boolean eventHeader() {
        return eventHeader;
    }

    /** What the audit record does with the value. */
    public Redaction redaction() {
        return redaction;
    }

    /** The key in audit records where it is not the name with its first character in lower case, or {@code null}. */
    public @Nullable String auditName() {
        return auditName;
    }

    /**
     * The key in audit records. CloudTrail names members like Java bean properties made naively: only the first character is in
     * lower case.
     */
    public String auditKey() {
        if (auditName != null) {
            return auditName;
        }
        char first = name.charAt(0);
        return Character.isUpperCase(first) ? Character.toLowerCase(first) + name.substring(1) : name;
    }

    /** Whether the value must not be logged. */
    public boolean sensitive() {
        return target.sensitive();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what the model says of a member. */
    public static final class Builder {
        private final String name;
        private final Schema target;
        private boolean required;
        private Location location = Location.BODY;
        private @Nullable String locationName;
        private @Nullable String jsonName;
        private @Nullable String xmlName;
        private boolean xmlAttribute;
        private boolean flattened;
        private @Nullable XmlNamespace xmlNamespace;
        private @Nullable TimestampFormat timestampFormat;
        private @Nullable Object defaultValue;
        private boolean idempotencyToken;
        private boolean hostLabel;
        private boolean streaming;
        private boolean eventPayload;
        private boolean eventHeader;
        private Redaction redaction = Redaction.NONE;
        private @Nullable String auditName;

        private Builder(String name, Schema target) {
            this.name = name;
            this.target = target;
        }

        /** Marks the member required. */
        public Builder required() {
            this.required = true;
            return this;
        }

        /** Sets where a REST protocol carries the member, and under which name. */
        public Builder in(Location where, String nameThere) {
            this.location = where;
            this.locationName = nameThere;
            return this;
        }

        /** Sets the name in restJson bodies. */
        public Builder jsonName(String value) {
            this.jsonName = value;
            return this;
        }

        /** Sets the name in XML and awsQuery. */
        public Builder xmlName(String value) {
            this.xmlName = value;
            return this;
        }

        /** Makes the member an XML attribute. */
        public Builder xmlAttribute() {
            this.xmlAttribute = true;
            return this;
        }

        /** Repeats the member without a wrapping element in XML and awsQuery. */
        public Builder flattened() {
            this.flattened = true;
            return this;
        }

        /** Declares a namespace on the member's element. */
        public Builder xmlNamespace(String uri, @Nullable String prefix) {
            this.xmlNamespace = new XmlNamespace(uri, prefix);
            return this;
        }

        /** Sets the timestamp format. */
        public Builder timestampFormat(TimestampFormat format) {
            this.timestampFormat = format;
            return this;
        }

        /** Sets the value that stands for an absent member, in the Java type of the target. */
        public Builder defaultValue(Object value) {
            this.defaultValue = value;
            return this;
        }

        /** Marks an idempotency token. */
        public Builder idempotencyToken() {
            this.idempotencyToken = true;
            return this;
        }

        /** Marks a part of the host name. */
        public Builder hostLabel() {
            this.hostLabel = true;
            return this;
        }

        /** Marks a streamed payload. */
        public Builder streaming() {
            this.streaming = true;
            return this;
        }

        /** Marks an event's payload. */
        public Builder eventPayload() {
            this.eventPayload = true;
            return this;
        }

        /** Marks an event's header. */
        public Builder eventHeader() {
            this.eventHeader = true;
            return this;
        }

        /** Sets what audit records do with the value. */
        public Builder redaction(Redaction value) {
            this.redaction = value;
            return this;
        }

        /** Sets the key in audit records. */
        public Builder auditName(String value) {
            this.auditName = value;
            return this;
        }

        Member build(int index) {
            return new Member(this, index);
        }
    }
}
