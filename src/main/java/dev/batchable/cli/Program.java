package dev.batchable.cli;

import dev.batchable.input.UnknownNameException;
import dev.batchable.policy.Amounts;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.SavingLimit;
import dev.batchable.price.CostMode;
import dev.batchable.price.catalog.PriceFileException;
import dev.batchable.report.json.ReportFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneRulesException;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// One run of the program on given streams: parses the command line, runs the command, and turns every way to
/// end into an exit status. The only place that does.
public final class Program {
    private final OutputStream out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    public Program(OutputStream out, OutputStream err, Map<String, String> environment) {
        this.out = out;
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.environment = Map.copyOf(environment);
    }

    /// The exit status, see [ExitCode].
    public int run(String... args) {
        PrintWriter usage = new PrintWriter(out, false, StandardCharsets.UTF_8);
        int status = commandLine(usage).execute(args);
        usage.flush();
        err.flush();
        return status;
    }

    private CommandLine commandLine(PrintWriter usage) {
        Console console = new Console(out, err, environment);
        CommandLine line = new CommandLine(new RootCommand(usage))
                .addSubcommand(new AuditCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new FormatsCommand(console))
                .addSubcommand(new PricesCommand(console))
                .setOut(usage)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(this::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> end(failure));
        converter(line, LocalDate.class, Program::date);
        converter(line, ZoneId.class, Program::zone);
        converter(line, SavingLimit.class, SavingLimit::parse);
        converter(line, BigDecimal.class, Amounts::percent);
        converter(line, CostMode.class, Program::cost);
        return line;
    }

    private static <T> void converter(CommandLine line, Class<T> type, ITypeConverter<T> parser) {
        line.registerConverter(type, text -> {
            try {
                return parser.convert(text);
            } catch (IllegalArgumentException bad) {
                throw new TypeConversionException(String.valueOf(bad.getMessage()));
            }
        });
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException bad) {
            throw new IllegalArgumentException("'" + text + "' is no date; expected one such as 2026-10-01", bad);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (ZoneRulesException | IllegalArgumentException bad) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone; expected one such as Europe/Berlin", bad);
        }
    }

    private static CostMode cost(String text) {
        for (CostMode mode : CostMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no source of costs; expected auto, logged or priced");
    }

    private int refuse(ParameterException refused, String... args) {
        err.println("batchable: " + refused.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(refused, err);
        err.println("Try 'batchable " + nameOf(refused.getCommandLine()) + "--help'.");
        return ExitCode.USAGE.status();
    }

    private static String nameOf(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private int end(Exception failure) {
        if (failure instanceof UsageException
                || failure instanceof PolicyException
                || failure instanceof PriceFileException
                || failure instanceof ReportFormatException
                || failure instanceof UnknownNameException) {
            err.println("batchable: " + failure.getMessage());
            return ExitCode.USAGE.status();
        }
        if (failure instanceof IOException) {
            err.println("batchable: " + failure);
            return ExitCode.INTERNAL.status();
        }
        err.println("batchable: internal error, please report it with this trace:");
        failure.printStackTrace(err);
        return ExitCode.INTERNAL.status();
    }
}
