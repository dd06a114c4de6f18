package eyeline.core.user;

import eyeline.core.start.Environment;
import eyeline.core.start.Preconditions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;

/**
 * The RSA key that signs consumer tokens: entry {@code signing} of the PKCS12 key store that the environment names
 * ({@code EYELINE_SIGNING_KEYSTORE}, {@code EYELINE_SIGNING_PASSWORD} or {@code EYELINE_SIGNING_PASSWORD_FILE}). A start without it is refused (Preconditions).
 */
@ApplicationScoped
public class SigningKey {
    private PrivateKey privateKey;
    private PublicKey publicKey;
    private String keyId;

    @PostConstruct
    void load() {
        var entry = Preconditions.signing(Environment.ofProcess());
        privateKey = (PrivateKey) entry.key();
        publicKey = entry.certificate().getPublicKey();
        keyId = HexFormat.of().formatHex(Secrets.digest(HexFormat.of().formatHex(publicKey.getEncoded()))).substring(0, 16);
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
}
