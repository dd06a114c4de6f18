package eyeline.server;

import eyeline.operator.StartRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The run command: starts everything with the sample, says how far it is, and stops all of it on Ctrl-C. */
public final class Launcher {
    // Maven puts a stream of its own before System.out, which may fail while the process ends: print past it.
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Launcher() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        Progress progress = new Progress(OUT);
        Stop stop = new Stop(OUT, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        try {
            EyelineServer server = EyelineServer.builder()
                    .data(Path.of(System.getProperty("eyeline.data", "data")))
                    .ports(Ports.chosen()).sample(true).relay(true).progress(progress).build();
            stop.of(server);
            server.start();
            progress.end();
            OUT.println(Welcome.of(server, progress.seconds()));
            int code = server.awaitEnd();
            stop.say("WildFly has ended (exit code " + code + "); the reason stands in " + server.logFile() + ".");
            System.exit(1);
        } catch (StartRefused e) {
            stop.of(null);
            progress.end();
            OUT.println("\n" + e.getMessage() + "\n");
            System.exit(2);
        } catch (IOException e) {
            stop.of(null);
            progress.end();
            OUT.println("\nEyeline could not start: " + e.getMessage() + "\n");
            System.exit(1);
        }
    }
}
