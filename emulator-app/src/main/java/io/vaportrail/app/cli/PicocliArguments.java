package io.vaportrail.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as picocli reads it: every command, help, and what is wrong. Built by hand instead of from annotations. */
final class PicocliArguments {
    private static final String HELP = "help";
    private static final String VERSION = "version";
    private static final String START = "start";
    private static final String TRAIN = "train";
    private static final String HELP_FLAG = "--help";
    private static final String VERSION_FLAG = "--version";

    private final CommandLine commandLine;
    private final ParseResult result;
    private final String version;

    private PicocliArguments(CommandLine commandLine, ParseResult result, String version) {
        this.commandLine = commandLine;
        this.result = result;
        this.version = version;
    }

    static PicocliArguments read(String version, String... arguments) throws UsageException {
        CommandLine commandLine = new CommandLine(specification());
        try {
            return new PicocliArguments(commandLine, commandLine.parseArgs(arguments), version);
        } catch (ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** What a start was told, or {@code null} when the command is another. */
    @Nullable StartValues start() {
        ParseResult start = result.subcommand();
        if (asksForText() || start == null || !start.commandSpec().name().equals(START)) {
            return null;
        }
        StartValues values = new StartValues();
        for (StartOption option : StartOption.values()) {
            if (start.hasMatchedOption(option.flag())) {
                values.putFlag(option, String.valueOf(start.matchedOptionValue(option.flag(), "")));
            }
        }
        return values;
    }

    /** The command when it is not a start. */
    Command other() throws UsageException {
        ParseResult sub = result.subcommand();
        String name = sub == null ? "" : sub.commandSpec().name();
        if (result.hasMatchedOption(VERSION_FLAG) || name.equals(VERSION) && !asksForText()) {
            return new Command.Print("vaportrail " + version);
        }
        if (asksForText() || name.equals(HELP)) {
            CommandLine about = sub == null || name.equals(HELP)
                    ? commandLine
                    : sub.commandSpec().commandLine();
            return new Command.Print(
                    about.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
        }
        if (name.equals(TRAIN)) {
            return new Command.Train();
        }
        throw new UsageException("command: none (expected: start, health, help or version)");
    }

    private boolean asksForText() {
        ParseResult sub = result.subcommand();
        return result.hasMatchedOption(HELP_FLAG)
                || result.hasMatchedOption(VERSION_FLAG)
                || sub != null && sub.hasMatchedOption(HELP_FLAG);
    }

    private static CommandSpec specification() {
        CommandSpec start = command(START, "Runs the emulator until it gets SIGTERM or SIGINT.");
        for (StartOption option : StartOption.values()) {
            start.addOption(optionSpec(option));
        }
        start.usageMessage().footer("", "A flag goes before its variable, the variable before the default.");
        CommandSpec root = command("vaportrail", "A local AWS that records every call in CloudTrail.");
        root.addOption(OptionSpec.builder("-V", VERSION_FLAG)
                .description("Prints the version.")
                .build());
        root.addSubcommand(START, start);
        root.addSubcommand(
                CommandLineReader.HEALTH,
                command(
                        CommandLineReader.HEALTH,
                        "Asks the emulator on this machine whether it is well (port: VAPORTRAIL_PORT); status 0 when it is."));
        root.addSubcommand(HELP, command(HELP, "Prints this text."));
        root.addSubcommand(VERSION, command(VERSION, "Prints the version."));
        CommandSpec train = command(TRAIN, "Starts, calls every part once, and stops.");
        train.usageMessage().hidden(true);
        root.addSubcommand(TRAIN, train);
        return root;
    }

    private static CommandSpec command(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description).abbreviateSynopsis(true);
        spec.addOption(OptionSpec.builder("-h", HELP_FLAG)
                .usageHelp(true)
                .description("Prints this text.")
                .build());
        return spec;
    }

    private static OptionSpec optionSpec(StartOption option) {
        String fallback = option.defaultText() == null ? "none" : option.defaultText();
        OptionSpec.Builder spec = OptionSpec.builder(option.flag())
                .type(String.class)
                .paramLabel(option.valueName())
                .description(option.description(), "Variable " + option.variable() + ", default " + fallback + ".");
        return option.isSwitch()
                ? spec.arity("0..1").fallbackValue("true").build()
                : spec.arity("1").build();
    }
}
