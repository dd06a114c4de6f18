package eyeline.core.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** A PKCS12 file that two variables of the environment name: the path, and the password of the file and its keys. */
public final class KeyFile {
    private final String variable;
    private final String path;
    private final KeyStore store;
    private final char[] password;

    private KeyFile(String variable, String path, KeyStore store, char[] password) {
        this.variable = variable;
        this.path = path;
        this.store = store;
        this.password = password;
    }

    /** Throws {@link NotStarted}, saying which variable is wrong. */
    public static KeyFile open(Environment environment, String pathVariable, String passwordVariable) {
        var path = path(environment, pathVariable);
        var password = environment.value(passwordVariable)
                .orElseThrow(() -> refused(passwordVariable + " is not set. Put the password of " + path + " there."));
        readable(pathVariable, path);
        return load(pathVariable, path, passwordVariable, password.toCharArray());
    }

    /** Whether the file is there, where its password stands in WildFly's credential store: then WildFly alone can open it. */
    static void present(Environment environment, String pathVariable) {
        readable(pathVariable, path(environment, pathVariable));
    }

    private static String path(Environment environment, String variable) {
        return environment.value(variable).orElseThrow(() -> refused(variable + " is not set. Name the PKCS12 file there (docs/operations/configure.md)."));
    }

    private static void readable(String variable, String path) {
        if (!Files.isReadable(Path.of(path)) || Files.isDirectory(Path.of(path))) {
            throw refused(variable + " names " + path + ", which is no file that this server can read. Put the file there, readable for the server's user.");
        }
    }

    private static KeyFile load(String pathVariable, String path, String passwordVariable, char[] password) {
        try (var in = Files.newInputStream(Path.of(path))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new KeyFile(pathVariable, path, store, password);
        } catch (IOException e) {
            throw refused(e.getCause() instanceof UnrecoverableKeyException
                    ? "the password in " + passwordVariable + " does not open " + path + ". Put the file's own password there."
                    : pathVariable + " names " + path + ", which is no PKCS12 file. Make one of key and certificate with openssl pkcs12 -export or keytool.");
        } catch (GeneralSecurityException e) {
            throw refused(pathVariable + " names " + path + ", which cannot be read as a PKCS12 file (" + e.getClass().getSimpleName() + ").");
        }
    }

    /** The one key with a certificate, whatever its entry is called. */
    Entry first() {
        try {
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate) {
                    return entry(alias);
                }
            }
        } catch (GeneralSecurityException e) {
            throw refused(unreadable());
        }
        throw refused(variable + " names " + path + ", which has no private key with a certificate. Put both into it.");
    }

    /** The key of this name. */
    public Entry entry(String alias) {
        try {
            var key = store.getKey(alias, password);
            if (key != null && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new Entry(key, certificate);
            }
        } catch (GeneralSecurityException e) {
            throw refused(unreadable());
        }
        throw refused(variable + " names " + path + ", which has no key with the name " + alias + ". Make it with keytool -genkeypair -alias " + alias + ".");
    }

    /** For a sentence: which file it is. */
    String described() {
        return variable + " names " + path;
    }

    private String unreadable() {
        return described() + ", whose key has another password than the file. Give both the same.";
    }

    private static NotStarted refused(String sentence) {
        return new NotStarted(Obstacle.of(sentence));
    }

    /** A private key and the certificate of its public one. */
    public record Entry(Key key, X509Certificate certificate) {
    }
}
