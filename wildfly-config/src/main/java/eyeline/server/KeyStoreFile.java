package eyeline.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** A PKCS12 file with one private key and its certificate chain. */
record KeyStoreFile(Path path, String alias, String password) {

    record Entry(PrivateKey key, X509Certificate... chain) {
        X509Certificate certificate() {
            return chain[0];
        }
    }

    Optional<Entry> read() throws IOException, GeneralSecurityException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        KeyStore store = load();
        if (!(store.getEntry(alias, protection()) instanceof KeyStore.PrivateKeyEntry entry)) {
            return Optional.empty();
        }
        X509Certificate[] chain = new X509Certificate[entry.getCertificateChain().length];
        System.arraycopy(entry.getCertificateChain(), 0, chain, 0, chain.length);
        return Optional.of(new Entry(entry.getPrivateKey(), chain));
    }

    Entry write(Entry entry) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(alias, new KeyStore.PrivateKeyEntry(entry.key(), entry.chain()), protection());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        PrivateFiles.write(path, out.toByteArray());
        return entry;
    }

    KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private KeyStore.PasswordProtection protection() {
        return new KeyStore.PasswordProtection(password.toCharArray());
    }
}
