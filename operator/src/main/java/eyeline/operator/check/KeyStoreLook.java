package eyeline.operator.check;

import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import eyeline.operator.look.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Whether the key stores can be opened and have what the server needs. */
record KeyStoreLook(Settings settings, Instant now) {
    private static final String SIGNING = "signing";
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    /** The key of the HTTPS listener, its certificate, and who it is for. */
    List<Row> tls() throws StartRefused, IOException, GeneralSecurityException {
        if (settings.find("EYELINE_TLS_ELSEWHERE").filter("true"::equalsIgnoreCase).isPresent()) {
            return List.of(Row.green("HTTPS key", "HTTPS ends elsewhere (EYELINE_TLS_ELSEWHERE)."));
        }
        KeyStore store = open("EYELINE_TLS");
        Optional<String> alias = Collections.list(store.aliases()).stream().filter(a -> isKey(store, a)).findFirst();
        if (alias.isEmpty()) {
            return List.of(Row.red("HTTPS key", "The key store has no private key.", "Make it of the key and the whole chain: openssl pkcs12 -export -in chain.pem -inkey key.pem -out eyeline-tls.p12"));
        }
        key(store, alias.get(), "EYELINE_TLS");
        List<X509Certificate> chain = chain(store, alias.get());
        List<Row> rows = new ArrayList<>();
        rows.add(size("HTTPS key", chain.get(0), true));
        rows.addAll(new CertificateLook(chain, now).rows(PublicPlace.of(settings).map(PublicPlace::name)));
        return rows;
    }

    /** The key that signs the tokens of consumers. */
    List<Row> signing() throws StartRefused, IOException, GeneralSecurityException {
        KeyStore store = open("EYELINE_SIGNING");
        if (!isKey(store, SIGNING)) {
            return List.of(Row.red("Signing key", "The key store has no key with the alias \"signing\".", "Make one with keytool, as docs/operations says."));
        }
        key(store, SIGNING, "EYELINE_SIGNING");
        return List.of(size("Signing key", chain(store, SIGNING).get(0), false));
    }

    private KeyStore open(String prefix) throws StartRefused, IOException, GeneralSecurityException {
        Path file = Path.of(settings.need(prefix + "_KEYSTORE"));
        char[] password = settings.need(prefix + "_PASSWORD").toCharArray();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new StartRefused(prefix + "_KEYSTORE names " + file + ", which is " + (Files.exists(file) ? "no file that this user may read." : "not there."));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
            return store;
        } catch (IOException e) {
            throw new StartRefused(file + (e.getCause() instanceof UnrecoverableKeyException
                    ? " does not open: " + prefix + "_PASSWORD is not its password." : " is no PKCS12 key store."), e);
        }
    }

    private void key(KeyStore store, String alias, String prefix) throws StartRefused, GeneralSecurityException {
        try {
            store.getKey(alias, settings.need(prefix + "_PASSWORD").toCharArray());
        } catch (UnrecoverableKeyException e) {
            throw new StartRefused("The key \"" + alias + "\" has another password than its key store. Give both the same.", e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias) && store.getCertificateChain(alias) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<X509Certificate> chain(KeyStore store, String alias) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (var certificate : store.getCertificateChain(alias)) {
            chain.add((X509Certificate) certificate);
        }
        return chain;
    }

    private static Row size(String what, X509Certificate certificate, boolean ecToo) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= RSA_BITS ? Row.green(what, "RSA, " + bits + " bits") : Row.red(what, "RSA of " + bits + " bits.", "Make one of 2048 bits or more.");
        }
        if (ecToo && certificate.getPublicKey() instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits >= EC_BITS ? Row.green(what, "EC, " + bits + " bits") : Row.red(what, "EC of " + bits + " bits.", "Make one of 256 bits or more.");
        }
        return Row.red(what, "It is " + certificate.getPublicKey().getAlgorithm() + ".", "Make an RSA key of 2048 bits or more.");
    }
}
