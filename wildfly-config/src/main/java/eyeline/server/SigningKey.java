package eyeline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

/** The RSA key with which an installation signs the tokens of consumers; made at the first start, then kept. */
final class SigningKey {
    private static final int BITS = 3072;

    private SigningKey() {
    }

    static KeyStoreFile in(Path folder, String password) throws IOException, GeneralSecurityException {
        KeyStoreFile file = new KeyStoreFile(folder.resolve("signing.p12"), "signing", password);
        if (file.read().isEmpty()) {
            ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
            SelfSignedX509CertificateAndSigningKey made = SelfSignedX509CertificateAndSigningKey.builder()
                    .setDn(new X500Principal("CN=Eyeline token signing"))
                    .setKeyAlgorithmName("RSA").setKeySize(BITS).setSignatureAlgorithmName("SHA256withRSA")
                    .setNotValidBefore(now.minusHours(1)).setNotValidAfter(now.plusYears(20))
                    .build();
            file.write(new KeyStoreFile.Entry(made.getSigningKey(), made.getSelfSignedCertificate()));
        }
        return file;
    }
}
