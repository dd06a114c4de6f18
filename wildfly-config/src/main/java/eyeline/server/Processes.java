package eyeline.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the processes of an installation of which only a process id is known: WildFly first, PostgreSQL last. */
final class Processes {
    private static final Duration WILDFLY_PATIENCE = Duration.ofSeconds(20);
    private static final Duration COTURN_PATIENCE = Duration.ofSeconds(5);
    private static final Duration POSTGRES_PATIENCE = Duration.ofSeconds(30);

    private Processes() {
    }

    /** Ends what an earlier launcher that was killed may have left behind on this folder; nothing if it ended well. */
    static void endLeftovers(Path wildflyPid, Path coturnPid, Path databaseFolder) {
        firstLine(wildflyPid).flatMap(Processes::running).filter(process -> looksLike(process, "org.jboss.as.standalone"))
                .ifPresent(process -> end(process, WILDFLY_PATIENCE));
        firstLine(coturnPid).flatMap(Processes::running).filter(process -> looksLike(process, "turnserver"))
                .ifPresent(process -> end(process, COTURN_PATIENCE));
        firstLine(databaseFolder.resolve("postmaster.pid")).flatMap(Processes::running).filter(process -> looksLike(process, "postgres"))
                .ifPresent(Processes::endPostgres);
    }

    /** Asks the process to end; kills it when it has not done so in time. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            ended(process, patience);
        }
    }

    /** SIGINT makes PostgreSQL close its connections and write everything down before it ends. */
    private static void endPostgres(ProcessHandle process) {
        try {
            new ProcessBuilder(List.of("kill", "-INT", Long.toString(process.pid()))).start().waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended(process, POSTGRES_PATIENCE)) {
            process.destroyForcibly();
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> running(String pid) {
        return pid.strip().matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(pid.strip())) : Optional.empty();
    }

    /** A process id is used again by the system; only a process that is ours by its command line is ended. */
    private static boolean looksLike(ProcessHandle process, String word) {
        return process.info().commandLine().orElse("").contains(word);
    }
}
