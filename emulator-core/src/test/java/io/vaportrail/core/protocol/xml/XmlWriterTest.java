package io.vaportrail.core.protocol.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.XmlNamespace;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
    @Test
    void escapesWhatWouldBeMarkupAndWhatXmlCannotHold() {
        XmlWriter out = new XmlWriter();
        out.open("a", new XmlNamespace("urn:a", "p"))
                .attribute("b", "\"<&>\n\t")
                .text("<&>\"'\r\n\u0001\ufffe€");

        assertThat(text(out.close("a")))
                .isEqualTo("<a xmlns:p=\"urn:a\" b=\"&quot;&lt;&amp;&gt;&#xa;&#x9;\">"
                        + "&lt;&amp;&gt;\"'&#xd;\n&#x1;&#xfffe;€</a>");
    }

    @Test
    void writesEmptyElementsShort() {
        assertThat(text(new XmlWriter().open("a").element("b", "").close("a"))).isEqualTo("<a><b/></a>");
    }

    private static String text(XmlWriter out) {
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }
}
