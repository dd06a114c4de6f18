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
import java.util.Base64;
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

    /** The chain and the key as one PEM file has them, for programs that are not Java. */
    String pem() throws IOException, GeneralSecurityException {
        Entry entry = read().orElseThrow(() -> new GeneralSecurityException("no entry " + alias));
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : entry.chain()) {
            pem.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        return pem.append(block("PRIVATE KEY", entry.key().getEncoded())).toString();
    }

    static String block(String what, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    private KeyStore.PasswordProtection protection() {
        return new KeyStore.PasswordProtection(password.toCharArray());
    }
}
