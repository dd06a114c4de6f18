package eyeline.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/** An authority, and key stores with certificates of it. */
public final class Keys {
    public static final String PASSWORD = "open-the-store-that-nobody-sees";
    private final SelfSignedX509CertificateAndSigningKey authority;

    private Keys(SelfSignedX509CertificateAndSigningKey authority) {
        this.authority = authority;
    }

    public static Keys fresh() {
        Instant now = Instant.now();
        return new Keys(SelfSignedX509CertificateAndSigningKey.builder().setDn(new X500Principal("CN=An authority"))
                .setKeyAlgorithmName("EC").setKeySize(256).setSignatureAlgorithmName("SHA256withECDSA")
                .setNotValidBefore(now.minusSeconds(3600).atZone(ZoneOffset.UTC)).setNotValidAfter(now.plus(Duration.ofDays(3650)).atZone(ZoneOffset.UTC))
                .addExtension(new BasicConstraintsExtension(true, true, 0)).build());
    }

    public X509Certificate certificate() {
        return authority.getSelfSignedCertificate();
    }

    /** A key store with one key, its certificate for these names, and the authority's behind it. */
    public Path server(Path file, Duration life, String... names) throws GeneralSecurityException, IOException {
        KeyPair pair = pair("EC", 256);
        List<GeneralName> alternatives = new ArrayList<>();
        for (String name : names) {
            alternatives.add(name.matches("[0-9.]+") ? new GeneralName.IPAddress(name) : new GeneralName.DNSName(name));
        }
        Instant now = Instant.now();
        X509Certificate certificate = new X509CertificateBuilder().setIssuerDn(certificate().getSubjectX500Principal())
                .setSubjectDn(new X500Principal("CN=server")).setPublicKey(pair.getPublic())
                .setSigningKey(authority.getSigningKey()).setSignatureAlgorithmName("SHA256withECDSA")
                .setNotValidBefore(now.minus(Duration.ofDays(100)).atZone(ZoneOffset.UTC)).setNotValidAfter(now.plus(life).atZone(ZoneOffset.UTC))
                .addExtension(new SubjectAlternativeNamesExtension(false, alternatives)).build();
        return write(file, "server", pair.getPrivate(), certificate, certificate());
    }

    /** A key store with a self-signed key of RSA under this alias. */
    public static Path signing(Path file, String alias, int bits) throws GeneralSecurityException, IOException {
        SelfSignedX509CertificateAndSigningKey made = SelfSignedX509CertificateAndSigningKey.builder().setDn(new X500Principal("CN=signing"))
                .setKeyAlgorithmName("RSA").setKeySize(bits).setSignatureAlgorithmName("SHA256withRSA").build();
        return write(file, alias, made.getSigningKey(), made.getSelfSignedCertificate());
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static Path write(Path file, String alias, PrivateKey key, X509Certificate... chain) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(alias, key, PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
