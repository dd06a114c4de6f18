package eyeline.server;

import java.util.Arrays;
import java.util.List;
import org.wildfly.security.asn1.ASN1Encoder;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.X509CertificateExtension;

/**
 * The name constraints (RFC 5280, 4.2.1.10) of an authority that may vouch for {@code localhost} and loopback addresses only.
 * Written here because the library's own extension (2.9.2) leaves its sequences open.
 */
final class LoopbackOnly extends X509CertificateExtension {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final int PERMITTED = 0;
    private static final List<GeneralName> NAMES = List.of(
            new GeneralName.DNSName("localhost"),
            new GeneralName.IPAddress(new byte[] {127, 0, 0, 0, (byte) 255, 0, 0, 0}),
            new GeneralName.IPAddress(loopback6()));

    LoopbackOnly() {
        super(true);
    }

    private static byte[] loopback6() {
        byte[] addressAndMask = new byte[32];
        addressAndMask[15] = 1;
        Arrays.fill(addressAndMask, 16, 32, (byte) 255);
        return addressAndMask;
    }

    @Override
    public String getId() {
        return NAME_CONSTRAINTS;
    }

    @Override
    public void encodeTo(ASN1Encoder encoder) {
        encoder.startSequence();
        encoder.encodeImplicit(PERMITTED);
        encoder.startSequence();
        for (GeneralName name : NAMES) {
            encoder.startSequence();
            name.encodeTo(encoder);
            encoder.endSequence();
        }
        encoder.endSequence();
        encoder.endSequence();
    }
}
