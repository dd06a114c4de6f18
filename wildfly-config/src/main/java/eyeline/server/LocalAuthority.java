package eyeline.server;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.AuthorityKeyIdentifierExtension;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.SubjectKeyIdentifierExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * A certificate authority of this installation alone, made at the first start. It can vouch for {@code localhost} and the
 * loopback addresses and nothing else (name constraints), so that trusting it costs a person little.
 */
final class LocalAuthority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final String password;
    private final Clock clock;
    private final KeyStoreFile.Entry authority;

    private LocalAuthority(Path folder, String password, Clock clock, KeyStoreFile.Entry authority) {
        this.folder = folder;
        this.password = password;
        this.clock = clock;
        this.authority = authority;
    }

    /** The authority kept in the folder; made now if there is none, or if it ends soon. */
    static LocalAuthority in(Path folder, String password, Clock clock) throws IOException, GeneralSecurityException {
        KeyStoreFile file = new KeyStoreFile(folder.resolve("eyeline-local-ca.p12"), "ca", password);
        KeyStoreFile.Entry entry = file.read().orElse(null);
        if (entry == null || endsSoon(entry.certificate(), SERVER_LIFE, clock)) {
            entry = file.write(makeAuthority(clock));
        }
        LocalAuthority made = new LocalAuthority(folder, password, clock, entry);
        made.writePem();
        return made;
    }

    X509Certificate certificate() {
        return authority.certificate();
    }

    /** The file that a person hands to a browser or to the system in order to trust this installation. */
    Path pem() {
        return folder.resolve("eyeline-local-ca.pem");
    }

    /** The key store of one server of this installation; its certificate is renewed 30 days before it ends. */
    KeyStoreFile serverKeys(String name) throws IOException, GeneralSecurityException {
        KeyStoreFile file = new KeyStoreFile(folder.resolve(name + ".p12"), "server", password);
        KeyStoreFile.Entry kept = file.read().orElse(null);
        if (kept == null || endsSoon(kept.certificate(), RENEW_BEFORE_END, clock) || !isMine(kept)) {
            file.write(makeServer());
        }
        return file;
    }

    private boolean isMine(KeyStoreFile.Entry server) {
        return server.chain().length > 1 && server.chain()[1].equals(authority.certificate());
    }

    private static boolean endsSoon(X509Certificate certificate, Duration soon, Clock clock) {
        return certificate.getNotAfter().toInstant().isBefore(clock.instant().plus(soon));
    }

    private static KeyStoreFile.Entry makeAuthority(Clock clock) throws GeneralSecurityException {
        KeyPair keys = makeKeys();
        X500Principal name = new X500Principal("CN=Eyeline local authority " + shortName(keys.getPublic()) + ",O=Eyeline");
        X509CertificateBuilder builder = builder(name, keys.getPublic(), name, keys, clock, AUTHORITY_LIFE);
        builder.addExtension(new BasicConstraintsExtension(true, true, 0));
        builder.addExtension(new KeyUsageExtension(true, KeyUsage.keyCertSign, KeyUsage.cRLSign));
        builder.addExtension(new LoopbackOnly());
        return new KeyStoreFile.Entry(keys.getPrivate(), builder.build());
    }

    private KeyStoreFile.Entry makeServer() throws GeneralSecurityException {
        KeyPair keys = makeKeys();
        X500Principal issuer = authority.certificate().getSubjectX500Principal();
        KeyPair issuerKeys = new KeyPair(authority.certificate().getPublicKey(), authority.key());
        X509CertificateBuilder builder = builder(new X500Principal("CN=localhost,O=Eyeline"), keys.getPublic(), issuer, issuerKeys, clock,
                SERVER_LIFE);
        builder.addExtension(new BasicConstraintsExtension(true, false, -1));
        builder.addExtension(new KeyUsageExtension(true, KeyUsage.digitalSignature));
        builder.addExtension(new ExtendedKeyUsageExtension(false, List.of(SERVER_AUTHENTICATION)));
        builder.addExtension(new SubjectAlternativeNamesExtension(false, List.of(
                new GeneralName.DNSName("localhost"),
                new GeneralName.IPAddress(new byte[] {127, 0, 0, 1}),
                new GeneralName.IPAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}))));
        return new KeyStoreFile.Entry(keys.getPrivate(), builder.build(), authority.certificate());
    }

    private static X509CertificateBuilder builder(X500Principal subject, PublicKey subjectKey, X500Principal issuer, KeyPair issuerKeys,
            Clock clock, Duration life) throws GeneralSecurityException {
        Instant from = clock.instant().minus(CLOCK_SKEW);
        X509CertificateBuilder builder = new X509CertificateBuilder()
                .setSerialNumber(new BigInteger(127, RANDOM).setBit(126))
                .setSubjectDn(subject).setPublicKey(subjectKey)
                .setIssuerDn(issuer).setSigningKey(issuerKeys.getPrivate()).setSignatureAlgorithmName("SHA256withECDSA")
                .setNotValidBefore(ZonedDateTime.ofInstant(from, ZoneOffset.UTC))
                .setNotValidAfter(ZonedDateTime.ofInstant(from.plus(life), ZoneOffset.UTC));
        builder.addExtension(new SubjectKeyIdentifierExtension(identifier(subjectKey)));
        builder.addExtension(new AuthorityKeyIdentifierExtension(identifier(issuerKeys.getPublic()), null, null));
        return builder;
    }

    private static KeyPair makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }

    private static String shortName(PublicKey key) throws GeneralSecurityException {
        byte[] digest = identifier(key);
        return String.format("%02x%02x%02x", digest[0], digest[1], digest[2]);
    }

    private void writePem() throws IOException, GeneralSecurityException {
        String pem = KeyStoreFile.block("CERTIFICATE", authority.certificate().getEncoded());
        Files.writeString(pem(), pem, StandardCharsets.US_ASCII);
    }
}
