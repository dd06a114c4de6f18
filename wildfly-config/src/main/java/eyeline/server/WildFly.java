package eyeline.server;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly as a child process: the provisioned server with a base folder of this installation's own, and the EAR in it. */
final class WildFly {
    private static final String EAR = "eyeline.ear";
    private static final Duration PATIENCE_TO_END = Duration.ofSeconds(20);

    private final Path home;
    private final DataFolder data;
    private final Ports ports;
    private final int heapMegabytes;
    private final Map<String, String> environment;
    private final Boot boot;
    private Process process;
    private SaidReason reason;

    WildFly(Path home, DataFolder data, Ports ports, int heapMegabytes, Map<String, String> environment, Boot boot) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.heapMegabytes = heapMegabytes;
        this.environment = environment;
        this.boot = boot;
    }

    /** Lays a fresh base folder down: the configuration as it was built, and this EAR. */
    void install(Path ear) throws IOException {
        data.delete(data.wildfly());
        Folders.copy(home.resolve("standalone"), data.wildfly());
        Files.createDirectories(data.log());
        Files.copy(ear, deployments().resolve(EAR));
    }

    void start() throws IOException {
        for (String outcome : List.of(".deployed", ".failed", ".isdeploying", ".undeployed")) {
            Files.deleteIfExists(deployments().resolve(EAR + outcome));
        }
        Files.writeString(deployments().resolve(EAR + ".dodeploy"), "");
        reason = SaidReason.from(logFile());
        ProcessBuilder builder = new ProcessBuilder(command()).directory(data.wildfly().toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        process = builder.start();
        process.getOutputStream().close();
        Files.writeString(data.wildflyPid(), process.pid() + "\n");
    }

    private List<String> command() {
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(home)
                .setJavaHome(boot.java())
                .setBaseDirectory(data.wildfly())
                // The quick compiler and the simple collector halve the CPU time of a start (24 s to 11 s of two busy cores);
                // they are for trying and testing, bin/standalone.sh of the same server leaves the choice to the JVM. The
                // thorough compiler is for what runs all the time: without it a password takes four times as long.
                .setJavaOptions("-XX:Tier4InvocationThreshold=100000", "-XX:Tier4MinInvocationThreshold=60000",
                        "-XX:Tier4CompileThreshold=200000", "-XX:Tier4BackEdgeThreshold=800000", "-XX:+UseSerialGC", "-Xms192m", "-Xmx" + heapMegabytes + "m", "-XX:MetaspaceSize=128m", "-XX:MaxMetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
        command.setServerConfiguration(boot.configuration());
        command.setLogDirectory(data.log());
        command.setBindAddressHint("127.0.0.1");
        command.addServerArguments(new String[] {
            "-Deyeline.https.port=" + ports.https(), "-Deyeline.http.port=" + ports.http(),
            "-Djboss.management.http.port=" + ports.management(), "-Deyeline.https.public-port=" + ports.https(),
            "-Djboss.server.log.dir=" + data.log(), "-Deyeline.log.console=WARN", "-Djboss.tx.node.id=eyeline"});
        command.addServerArguments(boot.arguments());
        return command.build();
    }

    /** Whether the EAR is deployed; throws if WildFly said that it cannot be, or if its process has ended. */
    boolean isDeployed() throws StartRefused {
        if (Files.exists(deployments().resolve(EAR + ".failed"))) {
            throw refused("WildFly could not deploy Eyeline; the reason stands in " + logFile() + ".");
        }
        if (!process.isAlive()) {
            throw refused("WildFly ended while it was starting (exit code " + process.exitValue() + "); the reason stands in " + logFile() + " or "
                    + console() + ".");
        }
        return Files.exists(deployments().resolve(EAR + ".deployed"));
    }

    /** With Eyeline's own sentence, if it has said one. */
    private StartRefused refused(String otherwise) {
        return new StartRefused(reason.sentence().orElse(otherwise));
    }

    Path logFile() {
        return data.log().resolve("server.log");
    }

    private Path console() {
        return data.log().resolve("wildfly-console.log");
    }

    private Path deployments() {
        return data.wildfly().resolve("deployments");
    }

    Process process() {
        return process;
    }

    void stop() throws IOException {
        if (process != null) {
            Processes.end(process.toHandle(), PATIENCE_TO_END);
            Files.deleteIfExists(data.wildflyPid());
        }
    }

    /** Kills the process at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
