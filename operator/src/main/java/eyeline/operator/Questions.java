package eyeline.operator;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a command has to know: from the environment, else from the terminal, else the next line of the standard input. */
final class Questions {
    private final Settings settings;
    private final Console terminal;
    private final BufferedReader lines;

    private Questions(Settings settings, Console terminal, BufferedReader lines) {
        this.settings = settings;
        this.terminal = terminal;
        this.lines = lines;
    }

    static Questions toWhoRunsThis(Settings settings) {
        return new Questions(settings, Terminal.ofWhoRunsThis().orElse(null), new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    String ask(String variable, String question) throws IOException, StartRefused {
        Optional<String> named = settings.find(variable);
        if (named.isPresent()) {
            return named.get();
        }
        return terminal == null ? line(variable) : answered(terminal.readLine("%s: ", question), variable);
    }

    /** Asked twice at the terminal, where it is not shown. */
    String askSecret(String variable, String question) throws IOException, StartRefused {
        if (settings.find(variable).isPresent() || terminal == null) {
            return ask(variable, question);
        }
        char[] once = terminal.readPassword("%s: ", question);
        char[] again = terminal.readPassword("%s once more: ", question);
        if (once == null || again == null || !new String(once).equals(new String(again))) {
            throw new StartRefused("These were not the same.");
        }
        return new String(once);
    }

    private String line(String variable) throws IOException, StartRefused {
        return answered(lines.readLine(), variable);
    }

    private static String answered(String answer, String variable) throws StartRefused {
        if (answer == null) {
            throw new StartRefused("Set " + variable + " in the environment, or type it.");
        }
        return answer;
    }
}
