package eyeline.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * A small process beside the launcher that outlives it: when the launcher is gone without a word (killed), its end of the pipe
 * closes, and the warden ends WildFly, coturn and PostgreSQL, so that no orphan keeps the ports and the data.
 */
public final class Warden {
    private static final int DISMISSED = 'd';

    private Warden() {
    }

    public static void main(String[] arguments) throws IOException {
        if (System.in.read() != DISMISSED) {
            Processes.endLeftovers(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        }
    }

    /** Starts the warden of this launcher. */
    static Process post(DataFolder data) throws IOException {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-cp", ownClasses(), Warden.class.getName(),
                data.wildflyPid().toString(), Coturn.pidFile(data.turn()).toString(), data.database().toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** It needs the classes of this module and nothing else. */
    private static String ownClasses() throws IOException {
        try {
            return Path.of(Warden.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Everything has ended as it should: the warden goes home. */
    static void dismiss(Process warden) {
        try (OutputStream pipe = warden.getOutputStream()) {
            pipe.write(DISMISSED);
        } catch (IOException e) {
            warden.destroy();
        }
    }
}
