package eyeline.core.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which release this is, e.g. {@code 0.9.0}: the version in the POM, which the build writes into a file beside this class. */
public final class Version {
    public static final String CURRENT = read();

    private Version() {
    }

    private static String read() {
        try (var file = Version.class.getResourceAsStream("version.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
