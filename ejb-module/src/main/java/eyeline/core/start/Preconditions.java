package eyeline.core.start;

import eyeline.core.arrival.Arrivals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What must be so before anything else is begun, as far as the environment and its files tell: everything that reads them at a start. */
public final class Preconditions {
    /** How long a database that is away is waited for, in seconds. */
    static final String WAIT = "EYELINE_DB_WAIT_SECONDS";
    private static final int USUAL_WAIT = 300;
    private static final int LONGEST_WAIT = 86_400;
    private static final int RSA_BITS = 2048;

    private Preconditions() {
    }

    /** The first that is not so. */
    public static Optional<Obstacle> broken(Environment environment, Instant now) {
        try {
            arrivals(environment);
            databaseWait(environment);
            if (!tlsElsewhere(environment)) {
                https(environment, now);
            }
            signing(environment);
            authority(environment);
            provider(environment);
            return Optional.empty();
        } catch (NotStarted e) {
            return Optional.of(e.obstacle());
        }
    }

    /** Whether {@code EYELINE_TLS_ELSEWHERE} says that HTTPS ends at a proxy, or has its key from somewhere else in WildFly's configuration. */
    public static boolean tlsElsewhere(Environment environment) {
        return environment.value("EYELINE_TLS_ELSEWHERE").filter("true"::equalsIgnoreCase).isPresent();
    }

    static Duration databaseWait(Environment environment) {
        var text = environment.value(WAIT).orElse(Integer.toString(USUAL_WAIT));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LONGEST_WAIT) {
            throw refused(WAIT + " is \"" + text + "\". Write a whole number of seconds from 0 to " + LONGEST_WAIT + ".");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** The entry {@code signing} of the key store that signs consumers' tokens. Throws {@link NotStarted}. */
    public static KeyFile.Entry signing(Environment environment) {
        var file = KeyFile.open(environment, "EYELINE_SIGNING_KEYSTORE", "EYELINE_SIGNING_PASSWORD");
        var entry = file.entry("signing");
        if (entry.certificate().getPublicKey() instanceof RSAPublicKey key && key.getModulus().bitLength() >= RSA_BITS) {
            return entry;
        }
        throw refused(file.described() + ", whose key signing is no RSA key of " + RSA_BITS + " bits or more. Make it with keytool -genkeypair -keyalg RSA -keysize 3072.");
    }

    private static void arrivals(Environment environment) {
        try {
            Arrivals.configured(environment.variables());
        } catch (IllegalArgumentException malformed) {
            throw refused(malformed.getMessage());
        }
    }

    /** Without the password here, and with that of WildFly's credential store, it stands in the store, and what is wrong with it shows when HTTPS is opened. */
    private static void https(Environment environment, Instant now) {
        if (environment.value("EYELINE_TLS_PASSWORD").isEmpty() && environment.value("EYELINE_STORE_PASSWORD").isPresent()) {
            KeyFile.present(environment, "EYELINE_TLS_KEYSTORE");
            return;
        }
        var file = KeyFile.open(environment, "EYELINE_TLS_KEYSTORE", "EYELINE_TLS_PASSWORD");
        var certificate = file.first().certificate();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw refused(file.described() + ", whose certificate ended at " + certificate.getNotAfter().toInstant() + ". Put a renewed one there.");
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw refused(file.described() + ", whose certificate begins at " + certificate.getNotBefore().toInstant()
                    + ". Put one there that is valid now, or set this server's clock right.");
        }
    }

    private static void authority(Environment environment) {
        environment.value("EYELINE_TRUSTED_AUTHORITY").ifPresent(file -> {
            try (var in = Files.newInputStream(Path.of(file))) {
                CertificateFactory.getInstance("X.509").generateCertificates(in);
            } catch (IOException | CertificateException e) {
                throw refused("EYELINE_TRUSTED_AUTHORITY names " + file + ", which is no PEM file of certificates that this server can read.");
            }
        });
    }

    private static void provider(Environment environment) {
        if (environment.value("EYELINE_OIDC_ACCOUNTS").isPresent() && environment.value("EYELINE_OIDC_PROVIDER").isEmpty()) {
            throw refused("EYELINE_OIDC_ACCOUNTS names accounts, but EYELINE_OIDC_PROVIDER is not set. Set the provider, or name no accounts.");
        }
    }

    private static NotStarted refused(String sentence) {
        return new NotStarted(Obstacle.of(sentence));
    }
}
