package io.vaportrail.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.IamMode;
import io.vaportrail.core.transport.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineReaderTest {
    private static Command read(Map<String, String> environment, String... arguments) throws UsageException {
        return new CommandLineReader(environment, "1.2.3").read(arguments);
    }

    private static StartOptions start(Map<String, String> environment, String... arguments) throws UsageException {
        return ((Command.Start) read(environment, arguments)).options();
    }

    @Test
    void startsWithTheDefaults() throws UsageException {
        assertThat(start(Map.of(), "start"))
                .isEqualTo(new StartOptions(
                        ServerSettings.of("127.0.0.1", 4566),
                        EmulatorSettings.DEFAULT,
                        "info",
                        LogRequests.ERRORS,
                        null,
                        null,
                        null,
                        64 << 20,
                        null,
                        32 << 20,
                        32 << 20,
                        Duration.ofSeconds(5)));
    }

    @Test
    void takesEveryFlag() throws UsageException {
        StartOptions options = start(
                Map.of(),
                "start",
                "--port=14566",
                "--host",
                "0.0.0.0",
                "--public-url",
                "https://emulator.test:8443/",
                "--signing-url",
                "https://sns.us-east-1.amazonaws.com/",
                "--smtp-server",
                "[::1]:1025",
                "--account",
                "111122223333",
                "--region",
                "eu-central-1",
                "--strict",
                "--iam",
                "Enforce",
                "--max-body",
                "64M",
                "--max-object",
                "256m",
                "--s3-memory",
                "1g",
                "--metrics-memory",
                "3m",
                "--logs-memory",
                "512m",
                "--audit-management-memory",
                "1m",
                "--audit-data-memory",
                "2g",
                "--trail-delivery",
                "PT5M",
                "--log-level",
                "DEBUG",
                "--log-requests",
                "all",
                "--seed",
                "seed.json",
                "--seed-random=42");

        assertThat(options)
                .isEqualTo(new StartOptions(
                        ServerSettings.of("0.0.0.0", 14_566)
                                .withMaxBodyBytes(64 << 20)
                                .withMaxStreamBytes(256 << 20),
                        new EmulatorSettings(true, "111122223333", "eu-central-1", "https://emulator.test:8443")
                                .withSigningUrl("https://sns.us-east-1.amazonaws.com")
                                .withSmtpServer("[::1]:1025")
                                .with(IamMode.ENFORCE),
                        "debug",
                        LogRequests.ALL,
                        Path.of("seed.json"),
                        42L,
                        1L << 30,
                        3 << 20,
                        512L << 20,
                        1 << 20,
                        2L << 30,
                        Duration.ofMinutes(5)));
    }

    @Test
    void takesTheFlagBeforeTheVariableBeforeTheDefault() throws UsageException {
        Map<String, String> environment =
                Map.of("VAPORTRAIL_PORT", "1", "VAPORTRAIL_HOST", "::1", "VAPORTRAIL_STRICT", "1");
        StartOptions options = start(environment, "start", "--port", "2", "--strict=false");

        assertThat(options.server().port()).isEqualTo(2);
        assertThat(options.server().host()).isEqualTo("::1");
        assertThat(options.emulator().strict()).isFalse();
        assertThat(options.emulator().defaultRegion()).isEqualTo("us-east-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port | abc | --port: abc (expected: 0 to 65535)",
                "--port | 65536 | --port: 65536 (expected: 0 to 65535)",
                "--port | -1 | --port: -1 (expected: 0 to 65535)",
                "--host | '' | --host:  (expected: an address)",
                "--public-url | emulator | --public-url: emulator (expected: http:// or https://, a host, and a port"
                        + " if need be)",
                "--public-url | ftp://a | --public-url: ftp://a (expected: http:// or https://, a host, and a port if"
                        + " need be)",
                "--public-url | http://a/b | --public-url: http://a/b (expected: http:// or https://, a host, and a"
                        + " port if need be)",
                "--account | 123 | --account: 123 (expected: 12 digits)",
                "--smtp-server | mail | --smtp-server: mail (expected: a host, a colon and a port)",
                "--smtp-server | mail:0 | --smtp-server: mail:0 (expected: a host, a colon and a port)",
                "--smtp-server | me@mail:25 | --smtp-server: me@mail:25 (expected: a host, a colon and a port)",
                "--region | moon | --region: moon (expected: a region such as us-east-1)",
                "--strict | maybe | --strict: maybe (expected: true or false)",
                "--iam | on | --iam: on (expected: off, audit, enforce)",
                "--max-body | 1t | --max-body: 1t (expected: bytes, or a number with k, m or g, from 1024 to"
                        + " 1073741824)",
                "--max-body | 2g | --max-body: 2g (expected: bytes, or a number with k, m or g, from 1024 to"
                        + " 1073741824)",
                "--audit-data-memory | 1k | --audit-data-memory: 1k (expected: bytes, or a number with k, m or g, from"
                        + " 1048576 to 17179869184)",
                "--log-level | loud | --log-level: loud (expected: error, warn, info, debug, trace)",
                "--log-requests | some | --log-requests: some (expected: none, errors, all)",
                "--seed-random | x | --seed-random: x (expected: a whole number)",
            })
    void refusesBadValuesInOneLine(String flag, String value, String line) {
        assertThatThrownBy(() -> read(Map.of(), "start", flag, value))
                .isInstanceOf(UsageException.class)
                .hasMessage(line);
    }

    @Test
    void namesTheVariableOfABadValue() {
        assertThatThrownBy(() -> read(Map.of("VAPORTRAIL_ACCOUNT", "me"), "start"))
                .isInstanceOf(UsageException.class)
                .hasMessage("VAPORTRAIL_ACCOUNT: me (expected: 12 digits)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start --prot 1",
                "start 4566",
                "start --port",
                "start --port 1 --port 2",
                "start --strict yes please",
                "stop",
                "--port 1",
                "",
                "start --host --port",
                "help me"
            })
    void refusesWhatIsNoCommandInOneLine(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

        assertThatThrownBy(() -> read(Map.of(), arguments))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void tellsTheVersion(String argument) throws UsageException {
        assertThat(read(Map.of(), argument)).isEqualTo(new Command.Print("vaportrail 1.2.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "start --help"})
    void helps(String line) throws UsageException {
        Command.Print help = (Command.Print) read(Map.of("VAPORTRAIL_PORT", "bad"), line.split(" "));

        assertThat(help.text()).startsWith("Usage: vaportrail").contains("Prints this text.");
    }

    @ParameterizedTest
    @EnumSource(StartOption.class)
    void helpsWithEveryOption(StartOption option) throws UsageException {
        assertThat(((Command.Print) read(Map.of(), "start", "--help")).text())
                .contains(option.flag(), option.variable(), option.description().substring(0, 20));
    }

    @Test
    void saysWhichVariablesItDoesNotKnow() throws UsageException {
        Command.Start start = (Command.Start) read(
                Map.of(
                        "VAPORTRAIL_PROT", "1",
                        "VAPORTRAIL_PORT", "tcp://10.0.0.1:4566",
                        "VAPORTRAIL_PORT_4566_TCP_ADDR", "10.0.0.1",
                        "VAPORTRAIL_SERVICE_HOST", "10.0.0.1",
                        "HOME", "/"),
                "start");

        assertThat(start.notices())
                .containsExactly("VAPORTRAIL_PROT: unknown variable, ignored (expected: one that 'vaportrail start"
                        + " --help' names)");
        assertThat(start.options().server().port()).isEqualTo(4566);
    }

    /** Reading the plain way is an abbreviation, not a second opinion. */
    @Property(tries = 500)
    void readsPlainArgumentsAsPicocliDoes(@ForAll("argumentLists") List<String> arguments) {
        String[] array = arguments.toArray(new String[0]);
        StartValues plain = PlainArguments.read(array);
        if (plain != null) {
            assertThat(outcome(plain)).isEqualTo(outcomeOfPicocli(array));
        }
    }

    private static String outcome(StartValues values) {
        try {
            return StartOptions.of(values).toString();
        } catch (UsageException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String outcomeOfPicocli(String... arguments) {
        try {
            StartValues values = PicocliArguments.read("1", arguments).start();
            return values == null ? "no start" : outcome(values);
        } catch (UsageException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Provide
    Arbitrary<List<String>> argumentLists() {
        Arbitrary<String> flags = Arbitraries.of(StartOption.class).map(StartOption::flag);
        Arbitrary<String> values =
                Arbitraries.of("1", "x", "true", "false", "", "a=b", "us-west-2", "errors", "-1", "8m");
        Arbitrary<String> joined =
                net.jqwik.api.Combinators.combine(flags, values).as((flag, value) -> flag + "=" + value);
        return Arbitraries.oneOf(flags, values, joined).list().ofMaxSize(5).map(list -> {
            List<String> all = new java.util.ArrayList<>(list);
            all.add(0, "start");
            return all;
        });
    }

    @Test
    void healthIsAskedOfThePortThatAStartWouldTake() throws UsageException {
        assertThat(read(Map.of(), "health")).isEqualTo(new Command.Health(4566));
        assertThat(read(Map.of("VAPORTRAIL_PORT", "4600"), "health")).isEqualTo(new Command.Health(4600));
        assertThat(read(Map.of("VAPORTRAIL_PORT", "tcp://10.0.0.1:4566"), "health"))
                .isEqualTo(new Command.Health(4566));
    }
}
