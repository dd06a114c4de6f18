package eyeline.operator.check;

import eyeline.operator.Eyeline;
import eyeline.operator.Settings;
import eyeline.operator.look.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks at what an installation stands on, before it is started or when it is not well. Changes nothing. */
@Command(name = "check", description = "Looks at environment, keys, database, ports, relay and WildFly: green, yellow, red, and what to do.",
        mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {

    @ParentCommand
    private Eyeline eyeline;
    @Option(names = "--wildfly", paramLabel = "<home>", description = "A WildFly on this machine, to look at too.")
    private Path wildfly;
    @Option(names = "--https-port", paramLabel = "<port>", defaultValue = "9443", description = "The server's, if it is not ${DEFAULT-VALUE}.")
    private int https;
    @Option(names = "--http-port", paramLabel = "<port>", defaultValue = "9080", description = "The server's, if it is not ${DEFAULT-VALUE}.")
    private int http;
    @Option(names = "--management-port", paramLabel = "<port>", defaultValue = "9990", description = "The server's, if it is not ${DEFAULT-VALUE}.")
    private int management;

    @Override
    public Integer call() {
        Settings settings = eyeline.settings();
        EnvironmentLook environment = new EnvironmentLook(settings);
        KeyStoreLook keys = new KeyStoreLook(settings, Instant.now());
        Table table = new Table(eyeline.answer(), eyeline.traces());
        table.add("Java", new JavaLook()::rows)
                .add("Environment", environment::names)
                .add("Public host", environment::publicPlace)
                .add("HTTPS key", keys::tls)
                .add("Signing key", keys::signing)
                .add("Database's address", environment::database)
                .add("Database", new DatabaseLook(settings)::rows)
                .add("Relay", new RelayLook(settings)::rows)
                .add("Single sign-on", environment::singleSignOn)
                .add("Ports", new PortLook(https, http, management)::rows);
        if (wildfly != null) {
            table.add("WildFly", new WildFlyLook(wildfly)::rows);
        }
        return table.end();
    }
}
