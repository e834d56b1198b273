package io.vaportrail.conformance.smithy;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
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
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random values of a schema, such as every protocol can carry. */
final class RandomStructs {
    private static final int DEEPEST = 3;
    private static final String[] TEXTS = {
        "\u0001", "", " ", "a", "\"quoted\", \\ and /", "<&>'", "\t\n", "ä ö ü", "\ud83d\ude39", "null", "0"
    };

    private final SplittableRandom random;
    private final boolean xml;

    /**
     * Values that follow from the seed.
     *
     * @param xml whether values must be such as XML can carry: without control characters, no flattened collection empty
     */
    RandomStructs(long seed, boolean xml) {
        this.random = new SplittableRandom(seed);
        this.xml = xml;
    }

    Struct next(StructSchema<?> schema) {
        return struct(schema, 0);
    }

    private Struct struct(StructSchema<?> schema, int depth) {
        StructBuilder<?> into = schema.newBuilder();
        List<Member> members = schema.members();
        if (schema.type() == ShapeType.UNION) {
            Member chosen = shallowest(members, depth);
            into.set(chosen.index(), value(chosen, depth + 1));
            return into.build();
        }
        for (Member member : members) {
            if (random.nextInt(3) > 0 && !(depth > DEEPEST && isDeep(member))) {
                into.set(member.index(), value(member, depth + 1));
            }
        }
        return into.build();
    }

    private Member shallowest(List<Member> members, int depth) {
        List<Member> candidates = members.stream()
                .filter(member -> depth <= DEEPEST || !isDeep(member))
                .toList();
        return candidates.get(random.nextInt(candidates.size()));
    }

    private static boolean isDeep(Member member) {
        return member.target().type().compareTo(ShapeType.LIST) >= 0;
    }

    private Object value(Member member, int depth) {
        boolean outside = member.location() != Location.BODY;
        Object value = value(member.target(), depth, outside);
        while (member.location() == Location.PAYLOAD && value instanceof Struct struct && isEmpty(struct)) {
            value = value(member.target(), depth, true);
        }
        return value;
    }

    /** An empty structure that is the whole body means that there is none. */
    private static boolean isEmpty(Struct struct) {
        List<Member> members = struct.schema().members();
        return !members.isEmpty() && members.stream().allMatch(member -> struct.get(member.index()) == null);
    }

    private Object value(Schema schema, int depth, boolean outsideBody) {
        return switch (schema.type()) {
            case STRING, ENUM -> outsideBody ? "x" + random.nextInt(100) : text();
            case BLOB -> blob();
            case BOOLEAN -> random.nextBoolean();
            case BYTE -> (byte) random.nextInt();
            case SHORT -> (short) random.nextInt();
            case INTEGER, INT_ENUM -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> (float) fraction();
            case DOUBLE -> fraction();
            case BIG_INTEGER -> BigInteger.valueOf(random.nextLong()).pow(1 + random.nextInt(3));
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextLong(), random.nextInt(40));
            case TIMESTAMP -> Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
            case DOCUMENT -> new Document(present(depth));
            case LIST -> list((ListSchema) schema, depth, outsideBody);
            case MAP -> map((MapSchema) schema, depth, outsideBody);
            case STRUCTURE, UNION -> struct((StructSchema<?>) schema, depth);
        };
    }

    private List<?> list(ListSchema schema, int depth, boolean outsideBody) {
        List<@Nullable Object> elements = new ArrayList<>();
        int size = size(depth, outsideBody);
        for (int i = 0; i < size; i++) {
            boolean absent = schema.sparse() && random.nextInt(4) == 0;
            elements.add(absent ? null : value(schema.element().target(), depth + 1, outsideBody));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, ?> map(MapSchema schema, int depth, boolean outsideBody) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        int size = size(depth, outsideBody);
        for (int i = 0; i < size; i++) {
            boolean absent = schema.sparse() && random.nextInt(4) == 0;
            String key = outsideBody ? "k" + i : text() + i;
            entries.put(key, absent ? null : value(schema.value().target(), depth + 1, outsideBody));
        }
        return Collections.unmodifiableMap(entries);
    }

    private int size(int depth, boolean outsideBody) {
        int least = outsideBody || xml ? 1 : 0;
        return depth > DEEPEST ? least : random.nextInt(least, 3);
    }

    private String text() {
        return TEXTS[random.nextInt(xml ? 1 : 0, TEXTS.length)] + (random.nextBoolean() ? random.nextInt(1_000) : "");
    }

    private Blob blob() {
        byte[] bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        return Blob.ofOwned(bytes);
    }

    private double fraction() {
        return switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> random.nextInt();
            default -> (float) (random.nextDouble() * 1e6 - 5e5);
        };
    }

    /** A null in the place of a document means that there is none. */
    private Object present(int depth) {
        Object value = untyped(depth);
        return value == null ? text() : value;
    }

    private @Nullable Object untyped(int depth) {
        return switch (random.nextInt(depth > DEEPEST ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> text();
            case 3 -> random.nextLong();
            case 4 -> (double) random.nextInt() / 4;
            case 5 -> List.of("a", random.nextInt());
            default -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                entries.put(text(), untyped(depth + 1));
                yield Collections.unmodifiableMap(entries);
            }
        };
    }
}
