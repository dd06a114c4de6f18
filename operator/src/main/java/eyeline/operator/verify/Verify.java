package eyeline.operator.verify;

import eyeline.core.relay.TrustedAuthorities;
import eyeline.operator.Eyeline;
import eyeline.operator.StartRefused;
import eyeline.operator.look.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks a running server as a browser would, from wherever this program is run. Logs nobody in and changes nothing. */
@Command(name = "verify", description = "Asks the running server as a browser would: TLS, pages, discovery, socket, relay.",
        mixinStandardHelpOptions = true)
public final class Verify implements Callable<Integer> {
    private static final String OPERATORS = "0";

    @ParentCommand
    private Eyeline eyeline;
    @Parameters(paramLabel = "<https-address>", description = "Where browsers reach it, e.g. https://calls.example.org")
    private String address;
    @Option(names = "--trust", paramLabel = "<pem>", description = "An authority to trust beside those that Java knows.")
    private Path pem;
    @Option(names = "--account", paramLabel = "<id>", description = "The account whose discovery, socket and relay are asked. Without it there is no relay to ask.")
    private String account;

    @Override
    public Integer call() throws StartRefused {
        Address there = Address.of(address);
        if (account != null && !account.matches("[0-9A-Za-z]{1,32}")) {
            throw new StartRefused("\"" + account + "\" is no account: 1 to 32 letters and digits.");
        }
        SSLContext trust = trust();
        Asking asking = new Asking(there, trust);
        String asked = account == null ? OPERATORS : account;
        Pages pages = new Pages(there, asking, asked);
        Table table = new Table(eyeline.answer(), eyeline.traces());
        table.add("TLS", new TlsLook(there, trust, Instant.now())::rows)
                .add("Health", pages::health)
                .add("Version", pages::version)
                .add("Discovery", pages::discovery)
                .add("Pages", pages::pages)
                .add("Socket", new SocketLook(there, asking, asked)::rows);
        if (account != null) {
            table.add("Relay", new RelayFromHere(asking, account, trust)::rows);
        }
        return table.end();
    }

    private SSLContext trust() throws StartRefused {
        if (pem != null && !Files.isReadable(pem)) {
            throw new StartRefused("--trust names " + pem + ", which cannot be read.");
        }
        try {
            return TrustedAuthorities.context(Optional.ofNullable(pem));
        } catch (IllegalStateException e) {
            throw new StartRefused("--trust names " + pem + ", which has no certificates in PEM form.", e);
        }
    }
}
