package io.vaportrail.core.protocol.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vaportrail.core.protocol.xml.XmlCursor.MalformedXml;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDeserializerTest {
    private static final StructSchema<DynamicStruct> TREE =
            DynamicStruct.schema("Tree", ShapeType.STRUCTURE, XmlDeserializerTest::defineTree);

    private static void defineTree(StructSchema.Definition into) {
        ListSchema words = ListSchema.of("Words", Member.of("member", SimpleSchema.STRING));
        MapSchema numbers = MapSchema.of(
                "Numbers", Member.of("key", SimpleSchema.STRING), Member.of("value", SimpleSchema.INTEGER));
        into.member(Member.of("Text", SimpleSchema.STRING));
        into.member(Member.of("Number", SimpleSchema.INTEGER));
        into.member(Member.of("Kind", SimpleSchema.STRING).xmlName("xsi:type").xmlAttribute());
        into.member(Member.of("Words", words));
        into.member(Member.of("FlatWords", words).xmlName("Word").flattened());
        into.member(Member.of("Numbers", numbers));
        into.member(Member.of("Tree", TREE));
    }

    @Test
    void readsMembersWhateverTheOrderPrefixesAndStrangersAmongThem() throws MalformedXml {
        assertThat(read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a comment -->
                <n:Any xmlns:n="urn:n" xmlns:i="urn:i" i:type="leaf">
                  <n:Word>a</n:Word><Unknown><Text>no</Text>text</Unknown>
                  <Number> 7 </Number>
                  <Word>b&amp;<![CDATA[<c>]]><?pi?>d</Word>
                  <Words><member>x</member><member/></Words>
                  <Numbers><entry><value>1</value><key>one</key></entry></Numbers>
                  <Tree><Text/></Tree>
                </n:Any>
                """).toString())
                .isEqualTo("Tree{Number=7, Kind=leaf, Words=[x, ], FlatWords=[a, b&<c>d], Numbers={one=1},"
                        + " Tree=Tree{Text=}}");
    }

    @Test
    void readsTheEncodingsThatXmlDeclares() throws MalformedXml {
        assertThat(read(bytes("<T><Text>é€</Text></T>", StandardCharsets.UTF_16))
                        .get(0))
                .isEqualTo("é€");
        assertThat(read(bytes("\ufeff<T><Text>é€</Text></T>", StandardCharsets.UTF_8))
                        .get(0))
                .isEqualTo("é€");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "<T>",
                "<T></S>",
                "<T/><T/>",
                "<T/>text",
                "<T>text</T>",
                "<T><Text><b/></Text></T>",
                "<T><Text>&unknown;</Text></T>",
                "<T><Text>&#0;</Text></T>",
                "<T a='1' a='2'/>",
                "<x:T/>",
                "<?xml version='1.0' encoding='none-such'?><T/>",
                "<!DOCTYPE T><T/>",
                "<!DOCTYPE T [<!ENTITY e 'x'>]><T><Text>&e;</Text></T>",
                "<!DOCTYPE T [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><T><Text>&e;</Text></T>",
                "<!DOCTYPE T SYSTEM 'http://127.0.0.1:1/x.dtd'><T/>"
            })
    void refusesWhatIsMalformedOrHasADocumentType(String document) {
        assertThatExceptionOfType(MalformedXml.class).isThrownBy(() -> read(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<T><Number>x</Number></T>", "<T><Numbers><entry><key>a</key></entry></Numbers></T>"})
    void refusesValuesOfAnotherType(String document) {
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> read(document));
    }

    @Test
    void refusesDeepNestingButSkipsItWhereItMeansNothing() throws MalformedXml {
        String deep = "<Tree>".repeat(5_000) + "</Tree>".repeat(5_000);
        String unknown = "<u>".repeat(2_000) + "</u>".repeat(2_000);

        assertThatExceptionOfType(MalformedXml.class).isThrownBy(() -> read(deep));
        assertThat(read("<T>" + unknown + "<Text>a</Text></T>").get(0)).isEqualTo("a");
    }

    @Test
    void expandsNothing() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE T [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        String document = laughs.append("]><T><Text>&a29;</Text></T>").toString();

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatExceptionOfType(MalformedXml.class)
                .isThrownBy(() -> read(document)));
    }

    @Test
    void isQuickWithLongDocuments() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read("<T>" + "<Word>a</Word>".repeat(200_000) + "</T>").get(4))
                    .isNotNull();
            assertThat(read("<T><Text>" + "&lt;a".repeat(200_000) + "</Text></T>")
                            .get(0))
                    .isNotNull();
        });
    }

    @Property(tries = 2_000)
    void neverFailsOtherwise(@ForAll("documents") String document) {
        DynamicStruct decoded = null;
        try {
            decoded = read(document);
        } catch (MalformedXml | ServiceException e) {
            assertThat(e.getMessage()).isNotNull();
        }
        assertThat(decoded == null || decoded.schema() == TREE).isTrue();
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> part = Arbitraries.of(
                "<T>",
                "</T>",
                "<Text>",
                "</Text>",
                "<Tree>",
                "</Tree>",
                "<Number>7</Number>",
                "<Words>",
                "</Words>",
                "<member>",
                "</member>",
                "<Word/>",
                "<Numbers>",
                "<entry>",
                "<key>k</key>",
                "<value>1</value>",
                "</entry>",
                "</Numbers>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<?xml version='1.0'?>",
                "<!DOCTYPE T [",
                "<!ENTITY a 'b'>",
                "]>",
                "&a;",
                "&lt;",
                "&#65;",
                "&#x0;",
                "xmlns:a='b'",
                "<a:b",
                "='",
                "\u0000",
                "\ufffe",
                "é",
                "<",
                ">");
        Arbitrary<String> any = Arbitraries.oneOf(
                        part, part, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(any, any.map(inner -> "<T>" + inner + "</T>"));
    }

    private static DynamicStruct read(String document) throws MalformedXml {
        return read(bytes(document, StandardCharsets.UTF_8));
    }

    private static DynamicStruct read(byte[] document) throws MalformedXml {
        StructBuilder<DynamicStruct> builder = TREE.newBuilder();
        XmlDeserializer.readMembers(document, TREE, TREE.members(), builder);
        return builder.build();
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
