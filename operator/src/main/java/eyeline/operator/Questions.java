package eyeline.operator;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a command has to know: from the environment, else from the terminal, else the next line of the standard input. */
final class Questions implements AutoCloseable {
    private final Map<String, String> environment;
    private final Console terminal;
    private final BufferedReader lines;

    private Questions(Map<String, String> environment, Console terminal, BufferedReader lines) {
        this.environment = environment;
        this.terminal = terminal;
        this.lines = lines;
    }

    static Questions toWhoRunsThis() {
        return new Questions(System.getenv(), System.console(), new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    String ask(String variable, String question) throws IOException, StartRefused {
        String named = environment.get(variable);
        if (named != null) {
            return named;
        }
        return terminal == null ? line(variable) : answered(terminal.readLine("%s: ", question), variable);
    }

    /** Asked twice at the terminal, where it is not shown. */
    String askSecret(String variable, String question) throws IOException, StartRefused {
        if (environment.containsKey(variable) || terminal == null) {
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

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
