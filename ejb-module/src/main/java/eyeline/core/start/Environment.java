package eyeline.core.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What operators set. A value may stand in a file that {@code NAME_FILE} names instead (its one line end at the end is not part of it), as
 * WildFly reads it in its own configuration.
 */
public final class Environment {
    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** Nothing if it is not set, or empty. Throws {@link NotStarted} if the file that has it cannot be read. */
    public Optional<String> value(String name) {
        return set(name).or(() -> set(name + "_FILE").map(file -> content(name, file))).filter(value -> !value.isEmpty());
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private static String content(String name, String file) {
        try {
            var text = Files.readString(Path.of(file));
            return text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException | RuntimeException e) {
            throw new NotStarted(Obstacle.of(name + "_FILE names " + file + ", which this server cannot read. Put the file there, readable for the server's user."));
        }
    }
}
