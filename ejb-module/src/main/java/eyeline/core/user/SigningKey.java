package eyeline.core.user;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;

/**
 * The RSA key that signs consumer tokens: entry {@code signing} of the PKCS12 key store that the environment names
 * ({@code EYELINE_SIGNING_KEYSTORE}, {@code EYELINE_SIGNING_PASSWORD} or {@code EYELINE_SIGNING_PASSWORD_FILE}). Without it the deployment fails, saying so.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SigningKey {
    private static final String ENTRY = "signing";

    private PrivateKey privateKey;
    private PublicKey publicKey;
    private String keyId;

    @PostConstruct
    void load() {
        var file = environment("EYELINE_SIGNING_KEYSTORE");
        var password = NamedSecret.of("EYELINE_SIGNING_PASSWORD", System.getenv()).toCharArray();
        try (var in = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            privateKey = (PrivateKey) store.getKey(ENTRY, password);
            publicKey = store.getCertificate(ENTRY).getPublicKey();
            keyId = HexFormat.of().formatHex(Secrets.digest(HexFormat.of().formatHex(publicKey.getEncoded()))).substring(0, 16);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be read from " + file, e);
        }
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    public String keyId() {
        return keyId;
    }

    /** A secret for something else that all nodes must agree on, which says nothing about the key. */
    public byte[] secret(String purpose) {
        return Secrets.seal(privateKey.getEncoded(), purpose);
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the environment does not set " + name + " (docs/operations/configure.md)");
        }
        return value;
    }
}
