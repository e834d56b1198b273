package io.vaportrail.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.vaportrail.core.protocol.OneOperation;
import io.vaportrail.core.validation.Violation.Kind;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Constraints;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.StructSchema;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidatorTest {
    private static final Constraints TWO_TO_FOUR = Constraints.NONE.length(2L, 4L);
    private static final Constraints ONE_TO_TEN = Constraints.NONE.range(BigDecimal.ONE, BigDecimal.TEN);
    private static final SimpleSchema TEXT = SimpleSchema.of("Text", ShapeType.STRING, TWO_TO_FOUR);

    @Test
    void lengthsCountCodePoints() {
        assertThat(kinds(TEXT, "ab", "abcd", "\ud83d\ude39\ud83d\ude39", "\ud83d\ude39".repeat(4)))
                .isEmpty();
        assertThat(kinds(TEXT, "a", "abcde", "\ud83d\ude39", "\ud83d\ude39".repeat(5)))
                .containsExactly(Kind.LENGTH, Kind.LENGTH, Kind.LENGTH, Kind.LENGTH);
        SimpleSchema blob = SimpleSchema.of("Blob", ShapeType.BLOB, TWO_TO_FOUR);
        assertThat(kinds(blob, Blob.ofUtf8("ab"), Blob.ofUtf8("abcde"))).containsExactly(Kind.LENGTH);
    }

    @Test
    void rangesIncludeTheirBounds() {
        assertThat(kinds(number(ShapeType.INTEGER), 1, 10)).isEmpty();
        assertThat(kinds(number(ShapeType.INTEGER), 0, 11)).containsExactly(Kind.RANGE, Kind.RANGE);
        assertThat(kinds(number(ShapeType.DOUBLE), 1.0, Math.nextUp(1.0), 10.0)).isEmpty();
        assertThat(kinds(number(ShapeType.DOUBLE), Math.nextDown(1.0), Math.nextUp(10.0)))
                .containsExactly(Kind.RANGE, Kind.RANGE);
        assertThat(kinds(number(ShapeType.BIG_INTEGER), BigInteger.TEN, BigInteger.TWO.pow(2_000)))
                .containsExactly(Kind.RANGE);
    }

    @Test
    void rangesCompareExactlyWhereDoublesDoNot() {
        BigDecimal bound = new BigDecimal("9007199254740993");
        SimpleSchema atMost = SimpleSchema.of("Long", ShapeType.LONG, Constraints.NONE.range(null, bound));
        assertThat(kinds(atMost, 9007199254740993L)).isEmpty();
        assertThat(kinds(atMost, 9007199254740994L)).containsExactly(Kind.RANGE);
        SimpleSchema single =
                SimpleSchema.of("Float", ShapeType.FLOAT, Constraints.NONE.range(null, new BigDecimal("2.2")));
        assertThat(kinds(single, 2.2f)).isEmpty();
    }

    @Test
    void whatIsNoNumberFitsNoRange() {
        assertThat(kinds(number(ShapeType.DOUBLE), Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .containsExactly(Kind.RANGE, Kind.RANGE, Kind.RANGE);
        SimpleSchema atMost = SimpleSchema.of("Float", ShapeType.FLOAT, Constraints.NONE.range(null, BigDecimal.TEN));
        assertThat(kinds(atMost, Float.NaN, Float.NEGATIVE_INFINITY)).containsExactly(Kind.RANGE);
        assertThat(word(struct(number(ShapeType.DOUBLE), Double.NaN)))
                .contains("Value 'NaN' at 'member' failed to satisfy constraint");
    }

    @Test
    void severalDemandsAreToldOfTogetherAndInOrder() {
        SimpleSchema both = SimpleSchema.of(
                "Both", ShapeType.STRING, TWO_TO_FOUR.pattern("^[a-z]+$").enumValues("ab", "cd"));
        assertThat(kinds(both, "12345")).containsExactly(Kind.LENGTH, Kind.PATTERN, Kind.ENUM);
        assertThat(word(struct(both, "12345")))
                .isEqualTo(
                        "3 validation errors detected: Value '12345' at 'member' failed to satisfy constraint: Member must"
                                + " have length less than or equal to 4; Value '12345' at 'member' failed to satisfy constraint: Member"
                                + " must satisfy regular expression pattern: ^[a-z]+$; Value '12345' at 'member' failed to satisfy"
                                + " constraint: Member must satisfy enum value set: [ab, cd]");
    }

    @Test
    void patternsThatTakeTooLongDoNotMatch() {
        SimpleSchema evil =
                SimpleSchema.of("Evil", ShapeType.STRING, Constraints.NONE.pattern("^(([a-z])+.)+[A-Z]([a-z])+$"));
        assertThat(kinds(evil, "a".repeat(100_000))).containsExactly(Kind.PATTERN);
    }

    @Test
    void pathsLeadThroughCollections() {
        MapSchema map = MapSchema.of("Map", Member.of("key", TEXT), Member.of("value", TEXT));
        ListSchema list = ListSchema.of("List", Member.of("member", map));
        assertThat(word(struct(list, List.of(Map.of("ab", "abc"), Map.of("cd", "toolong")))))
                .isEqualTo(
                        "1 validation error detected: Value 'toolong' at 'member.2.member.cd.member' failed to satisfy"
                                + " constraint: Member must have length less than or equal to 4");
    }

    @Test
    void nullsAreForSparseCollections() {
        ListSchema dense = ListSchema.of("List", Member.of("member", SimpleSchema.STRING));
        assertThat(kinds(dense, Arrays.asList("a", null))).containsExactly(Kind.NULL_ELEMENT);
        assertThat(kinds(dense.asSparse(), Arrays.asList("a", null))).isEmpty();
        MapSchema map =
                MapSchema.of("Map", Member.of("key", SimpleSchema.STRING), Member.of("value", SimpleSchema.STRING));
        assertThat(kinds(map, Collections.singletonMap("a", null))).containsExactly(Kind.NULL_ELEMENT);
        assertThat(kinds(map.asSparse(), Collections.singletonMap("a", null))).isEmpty();
    }

    @Test
    void uniqueItemsDiffer() {
        ListSchema set =
                ListSchema.of("Set", Member.of("member", SimpleSchema.STRING)).constrained(Constraints.NONE.unique());
        assertThat(kinds(set, List.of("a", "b"))).isEmpty();
        assertThat(kinds(set, List.of("a", "a"))).containsExactly(Kind.UNIQUE_ITEMS);
    }

    @Test
    void namesOnlySoManyViolations() {
        ListSchema list = ListSchema.of("List", Member.of("member", TEXT));
        assertThat(kinds(list, Collections.nCopies(Validator.MAX_VIOLATIONS + 1, "x")))
                .hasSize(Validator.MAX_VIOLATIONS);
    }

    @Test
    void inputWithoutViolationsAllocatesNothing() {
        ListSchema list = ListSchema.of("List", Member.of("member", TEXT));
        DynamicStruct input = struct(list, List.of("abc", "abcd"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Validator.validate(input);
        long before = threads.getCurrentThreadAllocatedBytes();
        int violations = 0;
        for (int i = 0; i < 1_000; i++) {
            violations += Validator.validate(input).size();
        }
        assertThat(violations).isZero();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }

    private static SimpleSchema number(ShapeType type) {
        return SimpleSchema.of("Number", type, ONE_TO_TEN);
    }

    private static List<Kind> kinds(Schema shape, Object... values) {
        return Arrays.stream(values)
                .flatMap(value -> Validator.validate(struct(shape, value)).stream())
                .map(Violation::kind)
                .toList();
    }

    private static @Nullable String word(DynamicStruct input) {
        return ModelValidationWording.INSTANCE
                .word(new OneOperation(input.schema()).operation(), Validator.validate(input), null)
                .getMessage();
    }

    private static DynamicStruct struct(Schema shape, Object value) {
        StructSchema<DynamicStruct> schema =
                DynamicStruct.schema("Input", ShapeType.STRUCTURE, into -> into.member(Member.of("Member", shape)));
        return schema.newBuilder().set(0, value).build();
    }
}
