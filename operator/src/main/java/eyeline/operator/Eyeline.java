package eyeline.operator;

import eyeline.operator.backup.Backup;
import eyeline.operator.backup.Restore;
import eyeline.operator.check.Check;
import eyeline.operator.configure.Configure;
import eyeline.operator.verify.Verify;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code bin/eyeline}: what an operator does with an installation, one command each. Exit codes: 0 done, 1 it failed, 2 it was refused
 * for a reason that its reader can do something about.
 */
@Command(name = "eyeline", description = "Installs and looks after Eyeline.", mixinStandardHelpOptions = true,
        versionProvider = Release.class, synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Done.", "1:It failed, or a row is red.", "2:Refused: the words say what to do; or the command line was wrong."},
        footerHeading = "%nEnvironment:%n", footer = {
            "Addresses and passwords are read from EYELINE_... variables, or from the files",
            "that EYELINE_..._FILE name. docs/operations/configure.md lists them."},
        subcommands = {
            Check.class,
            Configure.class,
            Migrate.class,
            FirstOperator.class,
            Verify.class,
            Backup.class,
            Restore.class})
public final class Eyeline implements Runnable {
    public static final int DONE = 0;
    /** It failed, or what was looked at is not as it has to be. */
    public static final int FAILED = 1;
    static final int REFUSED = 2;

    private final Settings settings;
    private final Answer answer;
    private final PrintStream err;
    private final boolean json;

    @Spec
    private CommandSpec spec;
    @Option(names = "--debug", description = "Shows where in the program it failed.", scope = ScopeType.INHERIT)
    private boolean debug;
    /** Known before the command line is parsed, because a wrong command line is answered in JSON too. */
    @Option(names = "--json", description = "Answers with one JSON object.", scope = ScopeType.INHERIT)
    private boolean asJson;

    /** As the command line of whoever runs it has it: what commands and options there are can be read off without running one. */
    private Eyeline() {
        this(Settings.ofTheEnvironment(), System.out, System.err, false);
    }

    private Eyeline(Settings settings, PrintStream out, PrintStream err, boolean json) {
        this.settings = settings;
        this.err = err;
        this.json = json;
        answer = new Answer(out, json, Terminal.wantsColours(settings));
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        if (json(arguments)) {
            System.setOut(System.err);
        }
        System.exit(run(Settings.ofTheEnvironment(), out, System.err, arguments));
    }

    /** Runs a command for whoever runs this; its exit code. */
    static int run(String... arguments) {
        return run(Settings.ofTheEnvironment(), System.out, System.err, arguments);
    }

    /** Runs a command; its exit code. */
    static int run(Settings settings, PrintStream out, PrintStream err, String... arguments) {
        QuietLogging.apply();
        boolean json = json(arguments);
        var eyeline = new Eyeline(settings, out, err, json);
        PrintWriter text = new PrintWriter(json ? err : out, true);
        var line = new CommandLine(eyeline).setOut(text).setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(eyeline.answer.colours() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setParameterExceptionHandler((wrong, given) -> eyeline.misunderstood(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> eyeline.told(failure));
        int code = line.execute(arguments);
        eyeline.answer.end(named(line), code, code == DONE ? "done" : code == REFUSED ? "refused" : "failed");
        return code;
    }

    /** What the environment says. */
    public Settings settings() {
        return settings;
    }

    public Answer answer() {
        return answer;
    }

    /** Where to write where something failed, if {@code --debug} asks for it. */
    public Optional<PrintStream> traces() {
        return debug ? Optional.of(err) : Optional.empty();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static boolean json(String... arguments) {
        return Arrays.asList(arguments).contains("--json");
    }

    private static String named(CommandLine line) {
        return line.getParseResult() != null && line.getParseResult().hasSubcommand()
                ? line.getParseResult().subcommand().commandSpec().name() : line.getCommandName();
    }

    private int misunderstood(ParameterException wrong) {
        tell(wrong.getMessage());
        List<String> alike = wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        tell(alike.isEmpty() ? "\"" + command + " --help\" says what there is."
                : "Did you mean " + alike.stream().limit(3).collect(Collectors.joining(" or ")) + "? \"" + command + " --help\" says what there is.");
        return REFUSED;
    }

    private int told(Exception failure) {
        var refused = failure instanceof StartRefused ? (StartRefused) failure : DatabaseTrouble.in(failure).orElse(null);
        tell(refused != null ? refused.getMessage() : "It failed: " + words(failure) + (debug ? "" : " (--debug shows where.)"));
        if (debug) {
            failure.printStackTrace(err);
        }
        return refused != null ? REFUSED : FAILED;
    }

    private static String words(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    private void tell(String sentence) {
        if (json) {
            answer.say(sentence);
        } else {
            err.println(sentence);
        }
    }
}
