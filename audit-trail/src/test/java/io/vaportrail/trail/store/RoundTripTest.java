package io.vaportrail.trail.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Any structure of any schema comes back as it was, without what is redacted. */
class RoundTripTest {
    private static final List<ShapeType> SIMPLE = List.of(
            ShapeType.BLOB,
            ShapeType.BOOLEAN,
            ShapeType.STRING,
            ShapeType.ENUM,
            ShapeType.INT_ENUM,
            ShapeType.BYTE,
            ShapeType.SHORT,
            ShapeType.INTEGER,
            ShapeType.LONG,
            ShapeType.FLOAT,
            ShapeType.DOUBLE,
            ShapeType.BIG_INTEGER,
            ShapeType.BIG_DECIMAL,
            ShapeType.TIMESTAMP,
            ShapeType.DOCUMENT);

    private static final String SECRET = "s3cret";

    @Property(tries = 500)
    void structuresComeBackWithoutWhatIsRedacted(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        StructSchema<DynamicStruct> schema = struct(random, 3);
        Struct value = (Struct) value(random, schema, false);
        ByteWriter out = new ByteWriter();
        new StructEncoder(out).struct(value);
        assertThat(new String(out.array(), 0, out.position(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(SECRET);

        ByteReader in = new ByteReader(out.array(), 0);
        TextSink found = new TextSink();
        new StructWalker(in, found).struct(schema);

        assertThat(found.text()).isEqualTo(expected(schema, value));
        assertThat(in.position()).isEqualTo(out.position());
    }

    private static StructSchema<DynamicStruct> struct(Random random, int depth) {
        List<Member.Builder> members = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            members.add(member(random, "Member" + i, depth));
        }
        ShapeType type = random.nextInt(5) == 0 ? ShapeType.UNION : ShapeType.STRUCTURE;
        return DynamicStruct.schema("S", type, into -> members.forEach(into::member));
    }

    private static Member.Builder member(Random random, String name, int depth) {
        Member.Builder member = Member.of(name, schema(random, depth));
        switch (random.nextInt(8)) {
            case 0 -> member.redaction(Redaction.HIDE);
            case 1 -> member.redaction(Redaction.OMIT);
            case 2 -> member.auditName("AUDIT" + name);
            default -> {
                // recorded as it is
            }
        }
        return member;
    }

    private static Schema schema(Random random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(6);
        if (kind == 0) {
            return struct(random, depth - 1);
        } else if (kind == 1) {
            ListSchema list = ListSchema.of("L", member(random, "member", depth - 1));
            return random.nextBoolean() ? list : list.asSparse();
        } else if (kind == 2) {
            MapSchema map =
                    MapSchema.of("M", Member.of("key", SimpleSchema.STRING), member(random, "value", depth - 1));
            return random.nextBoolean() ? map : map.asSparse();
        }
        return SimpleSchema.of("X", SIMPLE.get(random.nextInt(SIMPLE.size())));
    }

    private static Object value(Random random, Schema schema, boolean secret) {
        if (schema instanceof StructSchema<?> struct) {
            StructBuilder<?> builder = struct.newBuilder();
            for (Member member : struct.members()) {
                if (random.nextInt(3) > 0) {
                    builder.set(member.index(), value(random, member.target(), secret || redacted(member)));
                }
            }
            return builder.build();
        } else if (schema instanceof ListSchema list) {
            List<Object> values = new ArrayList<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                values.add(item(random, list.element(), list.sparse(), secret));
            }
            return Collections.unmodifiableList(values);
        } else if (schema instanceof MapSchema map) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                values.put("Key" + left, item(random, map.value(), map.sparse(), secret));
            }
            return Collections.unmodifiableMap(values);
        }
        return simple(random, schema.type(), secret);
    }

    private static @Nullable Object item(Random random, Member member, boolean sparse, boolean secret) {
        return sparse && random.nextInt(3) == 0 ? null : value(random, member.target(), secret || redacted(member));
    }

    private static boolean redacted(Member member) {
        return member.redaction() != Redaction.NONE;
    }

    private static Object simple(Random random, ShapeType type, boolean secret) {
        return switch (type) {
            case BLOB -> Blob.ofUtf8(SECRET);
            case BOOLEAN -> random.nextBoolean();
            case STRING, ENUM -> secret ? SECRET : text(random);
            case INT_ENUM, INTEGER -> random.nextInt();
            case BYTE -> (byte) random.nextInt();
            case SHORT -> (short) random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case BIG_INTEGER -> new BigInteger(90, random);
            case BIG_DECIMAL -> new BigDecimal(new BigInteger(70, random), 5);
            case TIMESTAMP -> Instant.ofEpochSecond(random.nextInt(), 5);
            default -> new Document(List.of(Map.of("a", true), 1.5, secret ? SECRET : text(random), 7, List.of()));
        };
    }

    private static String text(Random random) {
        String[] texts = {"", "plain", "Zürich", "日本", "\uD83D\uDE00 smile", "a\u0000b\"\\", "x".repeat(300)};
        return texts[random.nextInt(texts.length)];
    }

    private static String expected(Schema schema, @Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (schema instanceof StructSchema<?> struct) {
            StringBuilder text = new StringBuilder("{");
            for (Member member : struct.members()) {
                Object each = ((Struct) value).get(member.index());
                Redaction redaction = Redactions.of(member);
                if (each != null && redaction != Redaction.OMIT) {
                    String name = member.auditName() == null
                            ? "m" + member.name().substring(1)
                            : String.valueOf(member.auditName());
                    text.append(name)
                            .append('=')
                            .append(expectedItem(member, each))
                            .append(';');
                }
            }
            return text.append('}').toString();
        } else if (schema instanceof ListSchema list) {
            StringBuilder text = new StringBuilder("[");
            ((List<?>) value).forEach(each -> text.append(expectedItem(list.element(), each))
                    .append(';'));
            return text.append(']').toString();
        } else if (schema instanceof MapSchema map) {
            StringBuilder text = new StringBuilder("{");
            ((Map<?, ?>) value).forEach((key, each) -> text.append(key)
                    .append('=')
                    .append(expectedItem(map.value(), each))
                    .append(';'));
            return text.append('}').toString();
        }
        return expectedSimple(schema.type(), value);
    }

    private static String expectedItem(Member member, @Nullable Object value) {
        return Redactions.of(member) == Redaction.HIDE ? "HIDDEN" : expected(member.target(), value);
    }

    private static String expectedSimple(ShapeType type, Object value) {
        return switch (type) {
            case BLOB -> "HIDDEN";
            case TIMESTAMP -> "t" + ((Instant) value).getEpochSecond();
            case FLOAT -> String.valueOf(((Float) value).doubleValue());
            case DOCUMENT -> expectedDocument(((Document) value).value());
            default -> value.toString();
        };
    }

    private static String expectedDocument(@Nullable Object value) {
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            list.forEach(each -> text.append(expectedDocument(each)).append(';'));
            return text.append(']').toString();
        } else if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder("{");
            map.forEach((key, each) ->
                    text.append(key).append('=').append(expectedDocument(each)).append(';'));
            return text.append('}').toString();
        }
        return String.valueOf(value);
    }
}
