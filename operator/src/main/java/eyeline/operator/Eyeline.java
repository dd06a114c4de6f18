package eyeline.operator;

import eyeline.operator.configure.Configure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code bin/eyeline}: what an operator does with an installation, one command each. Exit codes: 0 done, 1 it failed, 2 it was refused
 * for a reason that its reader can do something about.
 */
@Command(name = "eyeline", description = "Installs and looks after Eyeline.", mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND", subcommands = {Migrate.class, FirstOperator.class, Configure.class})
public final class Eyeline implements Runnable {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    @Option(names = "--debug", description = "Shows where in the program it failed.", scope = ScopeType.INHERIT)
    private boolean debug;

    private Eyeline() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command; its exit code. */
    static int run(String... arguments) {
        QuietLogging.apply();
        var eyeline = new Eyeline();
        return new CommandLine(eyeline).setExecutionExceptionHandler((failure, command, parsed) -> eyeline.told(failure, command)).execute(arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private int told(Exception failure, CommandLine command) {
        var refused = failure instanceof StartRefused;
        command.getErr().println(refused ? failure.getMessage() : "It failed: " + failure.getMessage());
        if (debug) {
            failure.printStackTrace(command.getErr());
        }
        return refused ? REFUSED : FAILED;
    }
}
