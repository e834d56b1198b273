package io.vaportrail.core.protocol.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.routing.FormParameters;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDecodingTest {
    private static final ListSchema WORDS = ListSchema.of("Words", Member.of("member", SimpleSchema.STRING));
    private static final MapSchema SETTINGS = MapSchema.of(
            "Settings",
            Member.of("key", SimpleSchema.STRING).xmlName("Name"),
            Member.of("value", SimpleSchema.STRING).xmlName("Value"));

    private static final StructSchema<DynamicStruct> INPUT =
            DynamicStruct.schema("Input", ShapeType.STRUCTURE, FormDecodingTest::defineInput);

    private static final StructSchema<DynamicStruct> CHOICE =
            DynamicStruct.schema("Choice", ShapeType.UNION, into -> into.member(Member.of("a", SimpleSchema.STRING))
                    .member(Member.of("b", SimpleSchema.STRING)));

    private static void defineInput(StructSchema.Definition into) {
        into.member(Member.of("Text", SimpleSchema.STRING));
        into.member(Member.of("Number", SimpleSchema.INTEGER));
        into.member(Member.of("Words", WORDS));
        into.member(Member.of("FlatWords", WORDS).xmlName("Word").flattened());
        into.member(Member.of("Settings", SETTINGS));
        into.member(Member.of("FlatSettings", SETTINGS).xmlName("Setting").flattened());
        into.member(Member.of("Inner", INPUT));
        into.member(Member.of("Inners", ListSchema.of("Inners", Member.of("member", INPUT)))
                .xmlName("Entry")
                .flattened());
        into.member(Member.of("Choice", CHOICE));
    }

    @Test
    void readsNestedStructures() {
        assertThat(decode("Inner.Inner.Text=deep+down&Entry.1.Number=1&Entry.2.Number=2")
                        .toString())
                .isEqualTo("Input{Inner=Input{Inner=Input{Text=deep down}}, "
                        + "Inners=[Input{Number=1}, Input{Number=2}]}");
    }

    @Test
    void putsElementsInTheOrderOfTheirNumbersAndClosesGaps() {
        assertThat(words("Words.member.12=c&Words.member.3=b&Words.member.1=a")).isEqualTo(List.of("a", "b", "c"));
        assertThat(flatWords("Word.999999999=b&Word.0=a")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void takesFlattenedCollectionsOfOneWithoutNumber() {
        assertThat(flatWords("Word=All")).isEqualTo(List.of("All"));
        assertThat(value("Setting.Name=DelaySeconds&Setting.Value=45", "FlatSettings"))
                .isEqualTo(Map.of("DelaySeconds", "45"));
    }

    @Test
    void readsMaps() {
        Map<String, String> both = Map.of("a", "1", "b", "2");
        assertThat(value(
                        "Settings.entry.2.Name=b&Settings.entry.2.Value=2&Settings.entry.1.Value=1&Settings.entry.1.Name=a",
                        "Settings"))
                .isEqualTo(both);
        assertThat(value("Setting.1.Name=a&Setting.1.Value=1&Setting.2.Name=b&Setting.2.Value=2", "FlatSettings"))
                .isEqualTo(both);
    }

    @Test
    void takesAnEmptyValueForAnEmptyCollection() {
        assertThat(words("Words=")).isEqualTo(List.of());
        assertThat(value("Settings=", "Settings")).isEqualTo(Map.of());
    }

    @Test
    void letsTheLastOfTwoValuesHoldAndLeavesUnknownNamesAside() {
        assertThat(value("Text=a&Nothing.1.Of.This=x&Text=b&.=&..=&Inner.=1", "Text"))
                .isEqualTo("b");
    }

    @Test
    void readsEscapesAndUtf8() {
        assertThat(value("Text=%E2%82%AC%26+%2B€", "Text")).isEqualTo("€& +€");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Number=x",
                "Number=",
                "Number=99999999999",
                "Text.a=1",
                "Words=a",
                "Words.1=a",
                "Words.member=a",
                "Words.member.x=a",
                "Words.member.1.x=a",
                "Words.member.-1=a",
                "Words.member.9999999999=a",
                "Inner=a",
                "Settings.entry.1.Name=a",
                "Settings.entry.1=a",
                "Settings.1.Name=a",
                "Setting.1.Value=a",
                "Setting=a",
                "Choice.a=1&Choice.b=2",
                "Choice.c=1",
                "Text=%zz",
                "Text=%e",
                "Text=%ff",
                "%=1"
            })
    void refusesWhatHasNoPlace(String form) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode(form))
                .satisfies(e -> assertThat(e.error().httpStatus()).isBetween(400, 404));
    }

    @Test
    void refusesDeepNames() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode("Inner.".repeat(10_000) + "Text=a"))
                .withMessageContaining("levels deep");
    }

    @Test
    void refusesTooManyParameters() {
        assertThat(FormParameters.of(form("a&".repeat(FormParameters.MAX_COUNT)))
                        .size())
                .isEqualTo(FormParameters.MAX_COUNT);
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode("a&".repeat(FormParameters.MAX_COUNT + 1)));
    }

    @Test
    void isQuickWithFormsMadeToBeSlow() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            decode("&".repeat(4 << 20));
            decode("Text=" + "%41".repeat(1 << 20));
            decode("x".repeat(4 << 20));
            decode("Entry.1.".repeat(40) + "Word.1=a&" + "Entry.1.Text=&".repeat(60_000));
        });
    }

    @Property(tries = 3_000)
    void neverFailsOtherwise(@ForAll("forms") String form) {
        DynamicStruct decoded = null;
        try {
            decoded = decode(form);
        } catch (ServiceException e) {
            assertThat(e.error().senderFault()).isTrue();
        }
        assertThat(decoded == null || decoded.schema() == INPUT).isTrue();
    }

    @Provide
    Arbitrary<String> forms() {
        Arbitrary<String> part = Arbitraries.of(
                "Text",
                "Number",
                "Words",
                "Word",
                "member",
                "Settings",
                "Setting",
                "entry",
                "Name",
                "Value",
                "Inner",
                "Entry",
                "Choice",
                "a",
                "b",
                "1",
                "2",
                "0",
                "007",
                "2147483648",
                "",
                ".",
                "=",
                "&",
                "%",
                "+",
                "%00",
                "%ff",
                "é",
                "\ud800");
        return Arbitraries.oneOf(
                        part,
                        Arbitraries.of(".", "=", "&"),
                        Arbitraries.strings().ofMaxLength(4))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static @Nullable Object words(String form) {
        return value(form, "Words");
    }

    private static @Nullable Object flatWords(String form) {
        return value(form, "FlatWords");
    }

    private static @Nullable Object value(String form, String member) {
        Member known = INPUT.memberNamed(member);
        assertThat(known).as(member).isNotNull();
        return decode(form).get(known.index());
    }

    private static DynamicStruct decode(String form) {
        StructSlot<DynamicStruct> slot = new StructSlot<>(INPUT);
        FormParameters.of(form(form)).forEach((name, value) -> slot.put(new FormName(name), value));
        return slot.value();
    }

    private static HttpRequest form(String body) {
        return new HttpRequest(
                "POST",
                "/",
                null,
                ListHeaders.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8),
                new Origin("127.0.0.1", null));
    }
}
