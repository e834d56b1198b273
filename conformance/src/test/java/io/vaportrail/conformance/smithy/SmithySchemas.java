package io.vaportrail.conformance.smithy;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Constraints;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.TimestampFormat;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.DefaultTrait;
import software.amazon.smithy.model.traits.EnumTrait;
import software.amazon.smithy.model.traits.EnumValueTrait;
import software.amazon.smithy.model.traits.HostLabelTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.IdempotencyTokenTrait;
import software.amazon.smithy.model.traits.InternalTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.RequiredTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.StreamingTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.UniqueItemsTrait;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** Our schemas of a Smithy model's shapes. */
final class SmithySchemas {
    private final Model model;
    private final Map<ShapeId, Schema> known = new HashMap<>();

    SmithySchemas(Model model) {
        this.model = model;
    }

    StructSchema<DynamicStruct> struct(ShapeId id) {
        @SuppressWarnings("unchecked")
        StructSchema<DynamicStruct> schema = (StructSchema<DynamicStruct>) schema(model.expectShape(id));
        return schema;
    }

    private synchronized Schema schema(Shape shape) {
        Schema schema = known.get(shape.getId());
        if (schema == null) {
            schema = build(shape, shape);
            known.put(shape.getId(), schema);
        }
        return schema;
    }

    /** The schema of a shape with the constraints stated on another, the member that targets it, going first. */
    private Schema build(Shape shape, Shape constrained) {
        String name = shape.getId().getName();
        return switch (shape.getType()) {
            case STRUCTURE -> DynamicStruct.schema(name, ShapeType.STRUCTURE, into -> define(shape, into));
            case UNION -> DynamicStruct.schema(name, ShapeType.UNION, into -> define(shape, into));
            case LIST -> list((ListShape) shape, constraints(shape, constrained));
            case MAP -> map((MapShape) shape, constraints(shape, constrained));
            default -> simple(shape, constraints(shape, constrained));
        };
    }

    private Schema list(ListShape shape, Constraints constraints) {
        ListSchema list = ListSchema.of(shape.getId().getName(), member(shape.getMember()))
                .constrained(constraints);
        return shape.hasTrait(SparseTrait.class) ? list.asSparse() : list;
    }

    private Schema map(MapShape shape, Constraints constraints) {
        MapSchema map = MapSchema.of(shape.getId().getName(), member(shape.getKey()), member(shape.getValue()))
                .constrained(constraints);
        return shape.hasTrait(SparseTrait.class) ? map.asSparse() : map;
    }

    private static Schema simple(Shape shape, Constraints constraints) {
        ShapeType type = shape.hasTrait(EnumTrait.class)
                ? ShapeType.ENUM
                : ShapeType.valueOf(shape.getType().name());
        SimpleSchema simple = SimpleSchema.of(shape.getId().getName(), type, constraints);
        simple = shape.hasTrait(SensitiveTrait.class) ? simple.asSensitive() : simple;
        if (shape.hasTrait(TimestampFormatTrait.class)) {
            simple = simple.withTimestampFormat(format(shape.expectTrait(TimestampFormatTrait.class)));
        }
        if (shape.hasTrait(MediaTypeTrait.class)) {
            simple =
                    simple.withMediaType(shape.expectTrait(MediaTypeTrait.class).getValue());
        }
        return simple;
    }

    private void define(Shape shape, StructSchema.Definition into) {
        for (MemberShape member : shape.members()) {
            into.member(member(member));
        }
        shape.getTrait(software.amazon.smithy.model.traits.ErrorTrait.class)
                .ifPresent(error -> into.error(error(shape, error)));
        shape.getTrait(XmlNameTrait.class).ifPresent(name -> into.xmlRootName(name.getValue()));
        shape.getTrait(XmlNamespaceTrait.class)
                .ifPresent(space ->
                        into.xmlNamespace(space.getUri(), space.getPrefix().orElse(null)));
        if (shape.hasTrait(SensitiveTrait.class)) {
            into.sensitive();
        }
    }

    private static ErrorTrait error(Shape shape, software.amazon.smithy.model.traits.ErrorTrait trait) {
        int status = shape.getTrait(HttpErrorTrait.class)
                .map(HttpErrorTrait::getCode)
                .orElseGet(trait::getDefaultHttpStatusCode);
        ErrorTrait error = ErrorTrait.of(shape.getId().getName(), status, trait.isClientError());
        return shape.getTrait(AwsQueryErrorTrait.class)
                .map(query -> error.underQuery(query.getCode(), query.getHttpResponseCode()))
                .orElse(error);
    }

    private Member.Builder member(MemberShape member) {
        Shape target = model.expectShape(member.getTarget());
        Schema schema = isConstrained(member) ? build(target, member) : schema(target);
        Member.Builder builder = Member.of(member.getMemberName(), schema);
        flags(member, target, builder);
        bind(member, builder);
        member.getTrait(JsonNameTrait.class).ifPresent(name -> builder.jsonName(name.getValue()));
        member.getTrait(XmlNameTrait.class).ifPresent(name -> builder.xmlName(name.getValue()));
        member.getTrait(XmlNamespaceTrait.class)
                .ifPresent(space ->
                        builder.xmlNamespace(space.getUri(), space.getPrefix().orElse(null)));
        member.getTrait(TimestampFormatTrait.class).ifPresent(trait -> builder.timestampFormat(format(trait)));
        member.getTrait(DefaultTrait.class)
                .map(DefaultTrait::toNode)
                .filter(node -> !node.isNullNode())
                .ifPresent(node -> builder.defaultValue(defaultValue(schema, node)));
        return builder;
    }

    /** In the model, other than in the parameters of cases, blobs stand in base64. */
    private static Object defaultValue(Schema schema, Node node) {
        return schema.type() == ShapeType.BLOB
                ? Blob.ofOwned(
                        Base64.getDecoder().decode(node.expectStringNode().getValue()))
                : Params.value(schema, node);
    }

    private static void flags(MemberShape member, Shape target, Member.Builder builder) {
        if (member.hasTrait(RequiredTrait.class)) {
            builder.required();
        }
        if (member.hasTrait(XmlAttributeTrait.class)) {
            builder.xmlAttribute();
        }
        if (member.hasTrait(XmlFlattenedTrait.class)) {
            builder.flattened();
        }
        if (member.hasTrait(IdempotencyTokenTrait.class)) {
            builder.idempotencyToken();
        }
        if (member.hasTrait(HostLabelTrait.class)) {
            builder.hostLabel();
        }
        if (target.hasTrait(StreamingTrait.class)) {
            builder.streaming();
        }
    }

    private static void bind(MemberShape member, Member.Builder builder) {
        member.getTrait(HttpHeaderTrait.class).ifPresent(trait -> builder.in(Location.HEADER, trait.getValue()));
        member.getTrait(HttpPrefixHeadersTrait.class)
                .ifPresent(trait -> builder.in(Location.PREFIX_HEADERS, trait.getValue()));
        member.getTrait(HttpQueryTrait.class).ifPresent(trait -> builder.in(Location.QUERY, trait.getValue()));
        if (member.hasTrait(HttpLabelTrait.class)) {
            builder.in(Location.LABEL, member.getMemberName());
        } else if (member.hasTrait(HttpQueryParamsTrait.class)) {
            builder.in(Location.QUERY_PARAMS, member.getMemberName());
        } else if (member.hasTrait(HttpPayloadTrait.class)) {
            builder.in(Location.PAYLOAD, member.getMemberName());
        } else if (member.hasTrait(HttpResponseCodeTrait.class)) {
            builder.in(Location.STATUS_CODE, member.getMemberName());
        }
    }

    private static boolean isConstrained(Shape shape) {
        return shape.hasTrait(LengthTrait.class)
                || shape.hasTrait(RangeTrait.class)
                || shape.hasTrait(PatternTrait.class)
                || shape.hasTrait(UniqueItemsTrait.class)
                || shape.hasTrait(EnumTrait.class) && !(shape instanceof EnumShape);
    }

    private static Constraints constraints(Shape target, Shape overriding) {
        Constraints constraints = constrained(Constraints.NONE, target);
        return overriding == target ? constraints : constrained(constraints, overriding);
    }

    private static Constraints constrained(Constraints base, Shape shape) {
        Constraints constraints = base;
        if (shape.hasTrait(LengthTrait.class)) {
            LengthTrait length = shape.expectTrait(LengthTrait.class);
            constraints = constraints.length(
                    length.getMin().orElse(null), length.getMax().orElse(null));
        }
        if (shape.hasTrait(RangeTrait.class)) {
            RangeTrait range = shape.expectTrait(RangeTrait.class);
            constraints = constraints.range(
                    range.getMin().orElse(null), range.getMax().orElse(null));
        }
        if (shape.hasTrait(PatternTrait.class)) {
            constraints =
                    constraints.pattern(shape.expectTrait(PatternTrait.class).getValue());
        }
        if (shape.hasTrait(UniqueItemsTrait.class)) {
            constraints = constraints.unique();
        }
        List<String> values = enumValues(shape);
        return values.isEmpty() ? constraints : constraints.enumValues(values.toArray(String[]::new));
    }

    /** Values marked internal are left out: messages must not name them. */
    private static List<String> enumValues(Shape shape) {
        if (shape instanceof EnumShape) {
            return shape.members().stream()
                    .filter(member -> !member.hasTrait(InternalTrait.class))
                    .map(member -> member.expectTrait(EnumValueTrait.class).expectStringValue())
                    .toList();
        }
        return shape.getTrait(EnumTrait.class).stream()
                .flatMap(trait -> trait.getValues().stream())
                .filter(value -> !value.hasTag("internal"))
                .map(value -> value.getValue())
                .toList();
    }

    private static TimestampFormat format(TimestampFormatTrait trait) {
        return switch (trait.getFormat()) {
            case DATE_TIME -> TimestampFormat.DATE_TIME;
            case EPOCH_SECONDS -> TimestampFormat.EPOCH_SECONDS;
            case HTTP_DATE -> TimestampFormat.HTTP_DATE;
            case UNKNOWN -> throw new IllegalArgumentException("timestampFormat: " + Node.printJson(trait.toNode()));
        };
    }
}
