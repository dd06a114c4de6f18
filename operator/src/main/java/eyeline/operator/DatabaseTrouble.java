package eyeline.operator;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a database cannot be used, in a sentence each that says what to do (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
public final class DatabaseTrouble {
    private DatabaseTrouble() {
    }

    /** What broke because of the database; nothing if it was something else. */
    public static Optional<StartRefused> in(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst()
                .flatMap(sql -> sentence(sql).map(words -> new StartRefused(words, failure)));
    }

    static Optional<String> sentence(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        Optional<String> named = switch (state) {
            case "28P01" -> Optional.of("The database refuses the name or the password. Compare them with those that the role was made with.");
            case "28000" -> Optional.of("The database lets this role not in from here. See its pg_hba.conf, and whether the role may log in.");
            case "3D000" -> Optional.of("There is no such database on that server. Make it (docs/operations/database.md), or correct EYELINE_DB_URL.");
            case "42501" -> Optional.of(denied(failure));
            case "42P01", "3F000" -> Optional.of("The database has no schema of Eyeline. Run: eyeline migrate");
            case "53300" -> Optional.of("The database has no connection free. Raise its max_connections, or end what holds them.");
            case "57P03" -> Optional.of("The database is starting or stopping. Try again when it is up.");
            default -> Optional.empty();
        };
        return named.or(() -> unreachable(failure, state));
    }

    private static String denied(SQLException failure) {
        return failure.getMessage().contains("for database")
                ? "This role may not connect to that database. As its owner: grant connect on database ... to the role."
                : "This role may not do that. The schema is changed by the role that owns it: see EYELINE_DB_OWNER.";
    }

    private static Optional<String> unreachable(SQLException failure, String state) {
        if (has(failure, UnknownHostException.class)) {
            return Optional.of("The database's host is not known. Correct the name in EYELINE_DB_URL, or the name server.");
        }
        if (has(failure, SSLException.class) || has(failure, java.security.cert.CertificateException.class)
                || failure.getMessage() != null && (failure.getMessage().contains("SSL") || failure.getMessage().contains("hostnameverifier"))) {
            return Optional.of("No TLS with the database: " + tls(failure)
                    + " See sslmode and sslrootcert in EYELINE_DB_URL, and ssl in postgresql.conf.");
        }
        if (has(failure, ConnectException.class) && !has(failure, NoRouteToHostException.class)) {
            return Optional.of("Nothing answers at the database's port. Is PostgreSQL up there, does it listen on that address, is the port right?");
        }
        if (has(failure, SocketTimeoutException.class) || has(failure, NoRouteToHostException.class)) {
            return Optional.of("The database's host does not answer. Look at the address in EYELINE_DB_URL, and at the firewalls between.");
        }
        return state.startsWith("08")
                ? Optional.of("There is no connection to the database (" + state + "). Look at EYELINE_DB_URL, and at PostgreSQL's log.") : Optional.empty();
    }

    private static String tls(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("does not support SSL")
                ? "it does not speak TLS." : "its certificate is not trusted, or not for that name.";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
