package eyeline.core.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A secret that the environment names: in the file that {@code NAME_FILE} says, without the line's end behind it, or else in {@code NAME} itself. A file
 * is the better place, since other processes of the same user see a process's environment.
 */
final class NamedSecret {
    /** No password is longer, and whoever names a wrong file shall hear of it. */
    private static final int LARGEST = 4096;

    private NamedSecret() {
    }

    /**
     * What stands there.
     *
     * @throws IllegalStateException with one sentence for the operator, which never has the secret in it, if there is none or it cannot be read
     */
    static String of(String name, Map<String, String> environment) {
        var file = environment.getOrDefault(name + "_FILE", "").strip();
        var value = environment.getOrDefault(name, "");
        if (!file.isEmpty() && !value.isEmpty()) {
            throw new IllegalStateException("the environment sets both " + name + " and " + name + "_FILE: set one of them");
        }
        var secret = file.isEmpty() ? value : read(name + "_FILE", Path.of(file));
        if (secret.isEmpty()) {
            throw new IllegalStateException("the environment sets neither " + name + "_FILE nor " + name + ", or what it names is empty");
        }
        return secret;
    }

    private static String read(String variable, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalStateException(variable + " names " + file + ", which is too large for a secret (" + LARGEST + " bytes)");
            }
            return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\r?\n$", "");
        } catch (IOException e) {
            throw new IllegalStateException(variable + " names " + file + ", which cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
