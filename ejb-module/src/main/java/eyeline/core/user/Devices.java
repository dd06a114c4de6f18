package eyeline.core.user;

import eyeline.core.account.AccountId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which device has logged which users in. A device carries a mark: its own random id and a seal for each of its last users, which
 * only we can make. Nothing is kept here, and the mark tells nobody a name; it opens nothing, it only counts ({@link Attempts}).
 */
@ApplicationScoped
public class Devices {
    /** People who share a device; who came earlier is forgotten. */
    static final int USERS = 8;
    private static final int SEAL_BYTES = 16;
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{32}(\\.[A-Za-z0-9_-]{22}){1," + USERS + "}");

    @Inject
    SigningKey key;
    private byte[] secret;

    public Devices() {
    }

    Devices(byte[] secret) {
        this.secret = secret;
    }

    @PostConstruct
    void start() {
        secret = key.secret("devices");
    }

    /** The device's id, if the mark says that this user has been logged in there. */
    public Optional<String> knowing(AccountId account, String loginName, String mark) {
        return parts(mark).filter(parts -> parts.subList(1, parts.size()).stream().anyMatch(
                seal -> same(seal, seal(parts.get(0), account, loginName)))).map(parts -> parts.get(0));
    }

    /** The mark of a device on which this user has just logged in; {@code mark} is what it had before, if anything. */
    public String marked(AccountId account, String loginName, String mark) {
        var before = parts(mark).orElseGet(() -> List.of(Secrets.random()));
        var seal = seal(before.get(0), account, loginName);
        var others = before.stream().skip(1).filter(other -> !same(other, seal)).limit(USERS - 1L);
        return Stream.concat(Stream.of(before.get(0), seal), others).collect(Collectors.joining("."));
    }

    private static Optional<List<String>> parts(String mark) {
        return Optional.ofNullable(mark).filter(text -> MARK.matcher(text).matches()).map(text -> Arrays.asList(text.split("\\.")));
    }

    private String seal(String device, AccountId account, String loginName) {
        var sealed = Secrets.seal(secret, String.join("\n", device, account.value(), loginName.toLowerCase(Locale.ROOT)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sealed, SEAL_BYTES));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
