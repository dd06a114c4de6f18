package eyeline.operator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the environment says: {@code EYELINE_…} variables of docs/operations/configure.md, each also as {@code EYELINE_…_FILE}, the path of a file
 * with the value. Refusals name variables and files, never a value.
 */
public final class Settings {
    /** A file with one value is small: a larger one is another file. */
    static final int LARGEST_FILE = 64 * 1024;
    private static final String FILE = "_FILE";
    private static final String OURS = "EYELINE_";

    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    public static Settings ofTheEnvironment() {
        return of(System.getenv());
    }

    public static Settings of(Map<String, String> environment) {
        return new Settings(Map.copyOf(environment));
    }

    /** The value; nothing if it is not set, or blank. One line break at the end of a file is none of the value. */
    public Optional<String> find(String name) throws StartRefused {
        Optional<String> value = set(name);
        Optional<String> file = set(name + FILE);
        if (value.isPresent() && file.isPresent()) {
            throw new StartRefused("Both " + name + " and " + name + FILE + " are set. Set one of them.");
        }
        return file.isPresent() ? Optional.of(read(name + FILE, file.get())) : value;
    }

    public String orElse(String name, String standard) throws StartRefused {
        return find(name).orElse(standard);
    }

    public String need(String name) throws StartRefused {
        return find(name).orElseThrow(() -> new StartRefused("Set " + name + " or " + name + FILE + " in the environment (docs/operations/configure.md)."));
    }

    /** The variables of Eyeline that are set, as {@link #find} names them. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        environment.keySet().stream().filter(name -> name.startsWith(OURS))
                .map(name -> name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name).forEach(names::add);
        return names;
    }

    /** A variable that is no setting of Eyeline, e.g. JAVA_HOME. */
    public Optional<String> variable(String name) {
        return set(name);
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String read(String variable, String file) throws StartRefused {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new StartRefused(variable + " names " + file + ", which is " + (Files.exists(path) ? "no file." : "not there."));
            }
            return oneLine(variable, file, bytes(variable, path));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(variable + " names " + file + ", which cannot be read: " + reason(e) + ".", e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof java.nio.file.AccessDeniedException ? "this user may not" : e instanceof CharacterCodingException ? "it is not UTF-8" : "it is no usable path";
    }

    private static byte[] bytes(String variable, Path path) throws IOException, StartRefused {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] read = in.readNBytes(LARGEST_FILE + 1);
            if (read.length > LARGEST_FILE) {
                throw new StartRefused(variable + " names " + path + ", which is larger than 64 KiB: a file with one value is expected.");
            }
            return read;
        }
    }

    private static String oneLine(String variable, String file, byte[] bytes) throws CharacterCodingException, StartRefused {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        String value = text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (value.isBlank()) {
            throw new StartRefused(variable + " names " + file + ", which is empty.");
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
            throw new StartRefused(variable + " names " + file + ", which has more than one line: a file with one value is expected.");
        }
        return value;
    }
}
