package eyeline.core.call;

import eyeline.core.user.SigningKey;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which a session takes its side of a call up again: {@code <number>.<HMAC-SHA256>}. They prove themselves, so they are
 * good after the server has died and come back, on any node, and are kept nowhere. Each use gives the next number.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SessionKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "eyeline session key";

    @Inject
    SigningKey signing;
    private SecretKeySpec key;

    @PostConstruct
    void derive() {
        key = new SecretKeySpec(mac(new SecretKeySpec(signing.privateKey().getEncoded(), ALGORITHM), PURPOSE), ALGORITHM);
    }

    /** The key number {@code number} of a side. */
    public String key(CallId call, Party party, int number) {
        var mac = mac(key, call + " " + party + " " + number);
        return number + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** Which number of a side's keys this is; nothing if it is none. */
    public OptionalInt number(CallId call, Party party, String said) {
        var dot = said.indexOf('.');
        if (!said.substring(0, Math.max(dot, 0)).matches("[1-9][0-9]{0,8}")) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(said.substring(0, dot));
        return MessageDigest.isEqual(bytes(key(call, party, number)), bytes(said)) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
