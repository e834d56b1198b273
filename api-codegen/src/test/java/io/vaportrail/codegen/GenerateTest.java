package io.vaportrail.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    private static final String MODEL = """
            {
              "metadata": {
                "apiVersion": "2020-01-01", "endpointPrefix": "lamps", "serviceId": "Lamps",
                "protocols": ["json"], "jsonVersion": "1.1", "targetPrefix": "LampService"
              },
              "operations": {
                "SwitchLamp": {
                  "name": "SwitchLamp", "http": {"method": "POST", "requestUri": "/"},
                  "input": {"shape": "SwitchLampRequest"}, "errors": [{"shape": "BrokenLamp"}],
                  "category": "MANAGEMENT", "readOnly": false, "access": {"lamps:SwitchLamp": ["lamp Name"]}, "resources": []
                }
              },
              "arns": {"lamp": {"type": "AWS::Lamps::Lamp", "arn": "arn:aws:lamps:${Region}:${Account}:lamp/${LampName}"}},
              "shapes": {
                "SwitchLampRequest": {
                  "type": "structure", "required": ["Name"],
                  "members": {"Name": {"shape": "LampName"}, "State": {"shape": "LampState"}, "Nested": {"shape": "Groups"}}
                },
                "LampName": {"type": "string", "min": 1, "max": 8, "pattern": "[a-z\\\\d]+"},
                "LampState": {"type": "string", "enum": ["On", "Off"]},
                "Groups": {"type": "list", "member": {"shape": "LampName"}},
                "BrokenLamp": {"type": "structure", "members": {}, "exception": true}
              }
            }
            """;

    private Path temp;
    private Path models;
    private Path overlays;
    private Path output;

    @BeforeEach
    void writeModel(@TempDir Path directory) throws IOException {
        temp = directory;
        models = Files.createDirectories(temp.resolve("models"));
        overlays = Files.createDirectories(temp.resolve("overlays"));
        output = temp.resolve("output");
        Files.writeString(models.resolve("lamps.json"), MODEL);
    }

    @Test
    void writesShapesErrorsEnumsServiceAndIndexes() throws IOException {
        generate(output);

        Map<String, String> files = read(output);
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "io/vaportrail/model/QueryActions.java",
                        "io/vaportrail/model/ServiceIndex.java",
                        "io/vaportrail/model/Services.java",
                        "io/vaportrail/model/lamps/BrokenLamp.java",
                        "io/vaportrail/model/lamps/LampState.java",
                        "io/vaportrail/model/lamps/LampsService.java",
                        "io/vaportrail/model/lamps/SwitchLampRequest.java",
                        "io/vaportrail/model/lamps/package-info.java");
        assertThat(files.get("io/vaportrail/model/lamps/SwitchLampRequest.java"))
                .contains("into.member(Member.of(\"Name\", SimpleSchema.of(\"LampName\", ShapeType.STRING, "
                        + "Constraints.NONE.length(1L, 8L).wholePattern(\"[a-z\\\\d]+\"))).required());")
                .contains("public String name() {")
                .contains("public @Nullable String state() {");
        assertThat(files.get("io/vaportrail/model/lamps/BrokenLamp.java"))
                .contains("extends ModeledException")
                .contains("public static BrokenLamp of(String message)");
    }

    @Test
    void sameInputsGiveTheSameBytes() throws IOException {
        Path again = temp.resolve("again");
        generate(output);
        generate(again);

        assertThat(read(again)).isEqualTo(read(output));
    }

    @Test
    void touchesNothingWhenNothingChanged() throws IOException {
        generate(output);
        Path file = output.resolve("io/vaportrail/model/lamps/SwitchLampRequest.java");
        Files.writeString(file, "left alone");

        generate(output);

        assertThat(file).hasContent("left alone");
    }

    @Test
    void writesAgainWhatIsMissing() throws IOException {
        generate(output);
        Path file = output.resolve("io/vaportrail/model/lamps/SwitchLampRequest.java");
        Files.delete(file);

        generate(output);

        assertThat(file).exists();
    }

    @Test
    void changedInputReplacesWhatChangedAndDeletesWhatIsGone() throws IOException {
        generate(output);
        Path unchanged = output.resolve("io/vaportrail/model/lamps/SwitchLampRequest.java");
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(unchanged, old);
        Files.createDirectories(output.resolve("io/vaportrail/model/gone"));
        Files.writeString(output.resolve("io/vaportrail/model/gone/Stale.java"), "stale");
        overlay("{\"operations\": {\"SwitchLamp\": {\"category\": \"DATA\"}}}");

        generate(output);

        assertThat(output.resolve("io/vaportrail/model/gone")).doesNotExist();
        assertThat(Files.getLastModifiedTime(unchanged)).isEqualTo(old);
        assertThat(read(output).get("io/vaportrail/model/lamps/LampsService.java"))
                .contains("into.audit(\"SwitchLamp\", EventCategory.DATA, false);");
    }

    @Test
    void refusesAnOverlayOfAnOperationThatDoesNotExist() throws IOException {
        overlay("{\"operations\": {\"SwitchLamb\": {\"category\": \"DATA\"}}}");

        assertThatThrownBy(() -> generate(output))
                .hasMessage("overlay lamps, operations.SwitchLamb: SwitchLamb (expected: a name of the model)");
    }

    @Test
    void refusesAnOverlayOfAMemberThatDoesNotExist() throws IOException {
        overlay("{\"shapes\": {\"SwitchLampRequest\": {\"members\": {\"Nome\": {\"redaction\": \"HIDE\"}}}}}");

        assertThatThrownBy(() -> generate(output)).hasMessageContaining("SwitchLampRequest.Nome: Nome (expected:");
    }

    @Test
    void refusesAnOverlayKeyThatNothingReads() throws IOException {
        overlay("{\"shapes\": {\"SwitchLampRequest\": {\"members\": {\"Name\": {\"redact\": \"HIDE\"}}}}}");

        assertThatThrownBy(() -> generate(output))
                .hasMessageContaining("SwitchLampRequest.Name: redact (expected: one of");
    }

    @Test
    void writesThePermissionsThatACallNeeds() throws IOException {
        overlay("""
                {"operations": {"SwitchLamp": {
                  "access": {"lamps:SwitchLamp": ["lamp Name"], "lamps:NestLamp if Nested": []}, "resources": ["lamp Name"]
                }}}""");

        generate(output);

        assertThat(read(output).get("io/vaportrail/model/lamps/LampsService.java"))
                .contains("AccessTrait.of(\"lamps:SwitchLamp\", ResourceTrait.of(\"AWS::Lamps::Lamp\", "
                        + "\"arn:aws:lamps:${Region}:${Account}:lamp/${LampName}\", \"Name\"))")
                .contains("AccessTrait.of(\"lamps:NestLamp\").onlyIf(\"Nested\")")
                .contains("into.recordedResources(ResourceTrait.of(\"AWS::Lamps::Lamp\"");
    }

    @Test
    void refusesAnOperationThatIsNotClassified() throws IOException {
        Files.writeString(models.resolve("lamps.json"), MODEL.replace("\"readOnly\": false, ", ""));

        assertThatThrownBy(() -> generate(output))
                .hasMessage("lamps.SwitchLamp, readOnly: missing (expected: in the overlay)");
    }

    @Test
    void refusesAnUnknownCategory() throws IOException {
        overlay("{\"operations\": {\"SwitchLamp\": {\"category\": \"DATUM\"}}}");

        assertThatThrownBy(() -> generate(output)).hasMessageStartingWith("lamps.SwitchLamp, category: DATUM");
    }

    @Test
    void refusesAResourceThatIsNotStated() throws IOException {
        overlay("{\"operations\": {\"SwitchLamp\": {\"resources\": [\"lamb Name\"]}}}");

        assertThatThrownBy(() -> generate(output))
                .hasMessage("lamps.SwitchLamp, resource: lamb (expected: one that the overlay's arns state)");
    }

    @Test
    void refusesAResourceOfUnknownMembers() throws IOException {
        overlay("{\"operations\": {\"SwitchLamp\": {\"resources\": [\"lamp Nome\"]}}}");

        assertThatThrownBy(() -> generate(output))
                .hasMessage("lamps.SwitchLamp, Nome (expected: members of the input)");
    }

    @Test
    void refusesAResourceWithTooFewMembers() throws IOException {
        overlay("{\"operations\": {\"SwitchLamp\": {\"resources\": [\"lamp\"]}}}");

        assertThatThrownBy(() -> generate(output)).hasMessageStartingWith("lamps.SwitchLamp, resource lamp: 0 members");
    }

    @Test
    void refusesAnActionThatIsNone() throws IOException {
        overlay("{\"operations\": {\"SwitchLamp\": {\"access\": {\"SwitchLamp\": []}}}}");

        assertThatThrownBy(() -> generate(output)).hasMessageStartingWith("lamps.SwitchLamp, access: SwitchLamp");
    }

    @Test
    void refusesAConditionOnAMemberThatIsNone() throws IOException {
        overlay("{\"operations\": {\"SwitchLamp\": {\"access\": {\"lamps:SwitchLamp if Name and !Nome\": []}}}}");

        assertThatThrownBy(() -> generate(output))
                .hasMessage("lamps.SwitchLamp, Nome (expected: members of the input)");
    }

    @Test
    void refusesAnOverlayWithoutItsModel() throws IOException {
        Files.writeString(overlays.resolve("lambs.json"), "{}");

        assertThatThrownBy(() -> generate(output)).hasMessage("overlay: lambs.json (expected: the name of a model)");
    }

    @Test
    void refusesAListThatContainsItself() throws IOException {
        Files.writeString(
                models.resolve("lamps.json"),
                MODEL.replace(
                        "\"Groups\": {\"type\": \"list\", \"member\": {\"shape\": \"LampName\"}}",
                        "\"Groups\": {\"type\": \"list\", \"member\": {\"shape\": \"Groups\"}}"));

        assertThatThrownBy(() -> generate(output))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Groups");
    }

    @Test
    void refusesWrongArguments() {
        assertThatThrownBy(() -> Generate.main(new String[] {"models"}))
                .hasMessage("arguments: 1 (expected: MODELS_DIR OVERLAYS_DIR OUTPUT_DIR)");
    }

    private void overlay(String json) throws IOException {
        Files.writeString(overlays.resolve("lamps.json"), json);
    }

    private void generate(Path to) throws IOException {
        Generate.main(new String[] {models.toString(), overlays.toString(), to.toString()});
    }

    private static Map<String, String> read(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> files.put(directory.relativize(file).toString(), text(file)));
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
