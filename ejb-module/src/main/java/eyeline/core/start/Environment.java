package eyeline.core.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What operators set. A value may stand in a file that {@code NAME_FILE} names instead (its one line end at the end is not part of it), as
 * WildFly reads it in its own configuration.
 */
public final class Environment {
    private static final String FILE = "_FILE";
    /** No value is longer, and whoever names a wrong file shall hear of it. */
    private static final int LARGEST = 4096;

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    Map<String, String> variables() {
        return variables;
    }

    /**
     * Nothing if it is not set, or empty. Throws {@link NotStarted} if it is set in both ways, or the file that has it cannot be read; never with
     * the value in its words.
     */
    public Optional<String> value(String name) {
        var plain = set(name);
        var file = set(name + FILE);
        if (plain.isPresent() && file.isPresent()) {
            throw refused(name + " and " + name + FILE + " are both set. Set one of them.");
        }
        return plain.or(() -> file.map(path -> content(name + FILE, path.strip()))).filter(value -> !value.isEmpty());
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private static String content(String variable, String file) {
        try {
            var path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw refused(variable + " names " + file + ", which is too large: a value has at most " + LARGEST + " bytes. Name the right file.");
            }
            return Files.readString(path).replaceFirst("\r?\n$", "");
        } catch (IOException | InvalidPathException e) {
            throw refused(variable + " names " + file + ", which this server cannot read. Put the file there, readable for the server's user.");
        }
    }

    private static NotStarted refused(String sentence) {
        return new NotStarted(Obstacle.of(sentence));
    }
}
