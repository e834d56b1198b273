package io.vaportrail.schema;

import org.jspecify.annotations.Nullable;

/** A shape without members. */
public final class SimpleSchema extends Schema {
    /** A string that nothing is demanded of. */
    public static final SimpleSchema STRING = new SimpleSchema("String", ShapeType.STRING);

    /** An integer that nothing is demanded of. */
    public static final SimpleSchema INTEGER = new SimpleSchema("Integer", ShapeType.INTEGER);

    /** A long that nothing is demanded of. */
    public static final SimpleSchema LONG = new SimpleSchema("Long", ShapeType.LONG);

    /** A float that nothing is demanded of. */
    public static final SimpleSchema FLOAT = new SimpleSchema("Float", ShapeType.FLOAT);

    /** A double that nothing is demanded of. */
    public static final SimpleSchema DOUBLE = new SimpleSchema("Double", ShapeType.DOUBLE);

    /** A boolean. */
    public static final SimpleSchema BOOLEAN = new SimpleSchema("Boolean", ShapeType.BOOLEAN);

    /** Bytes that nothing is demanded of. */
    public static final SimpleSchema BLOB = new SimpleSchema("Blob", ShapeType.BLOB);

    /** A timestamp in the protocol's default format. */
    public static final SimpleSchema TIMESTAMP = new SimpleSchema("Timestamp", ShapeType.TIMESTAMP);

    /** An untyped value. */
    public static final SimpleSchema DOCUMENT = new SimpleSchema("Document", ShapeType.DOCUMENT);

    private final Constraints constraints;
    private final boolean sensitive;
    private final @Nullable TimestampFormat timestampFormat;
    private final @Nullable String mediaType;

    private SimpleSchema(String name, ShapeType type) {
        this(name, type, Constraints.NONE, false, null, null);
    }

    private SimpleSchema(
            String name,
            ShapeType type,
            Constraints constraints,
            boolean sensitive,
            @Nullable TimestampFormat timestampFormat,
            @Nullable String mediaType) {
        super(name, type);
        this.constraints = constraints;
        this.sensitive = sensitive;
        this.timestampFormat = timestampFormat;
        this.mediaType = mediaType;
    }

    /** A shape of this name and type that demands nothing. */
    public static SimpleSchema of(String name, ShapeType type) {
        return new SimpleSchema(name, type);
    }

    /** A shape of this name and type with demands. */
    public static SimpleSchema of(String name, ShapeType type, Constraints constraints) {
        return new SimpleSchema(name, type, constraints, false, null, null);
    }

    /** The same shape, marked sensitive. */
    public SimpleSchema asSensitive() {
        return new SimpleSchema(name(), type(), constraints, true, timestampFormat, mediaType);
    }

    /** The same shape with a timestamp format; a member's own format goes before it. */
    public SimpleSchema withTimestampFormat(TimestampFormat format) {
        return new SimpleSchema(name(), type(), constraints, sensitive, format, mediaType);
    }

    /** The same shape with a media type. */
    public SimpleSchema withMediaType(String type) {
        return new SimpleSchema(name(), type(), constraints, sensitive, timestampFormat, type);
    }

    @Override
    public Constraints constraints() {
        return constraints;
    }

    @Override
    public boolean sensitive() {
        return sensitive;
    }

    /** The timestamp format of the shape, or {@code null} when the protocol's default holds. */
    public @Nullable TimestampFormat timestampFormat() {
        return timestampFormat;
    }

    /** The media type of the contents, or {@code null}. */
    public @Nullable String mediaType() {
        return mediaType;
    }
}
