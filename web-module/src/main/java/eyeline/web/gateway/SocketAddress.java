package eyeline.web.gateway;

import eyeline.core.account.AccountId;
import eyeline.web.wire.Side;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a socket, as far as it is one of ours (protocol.md, 2.1). */
record SocketAddress(AccountId account, Side side, Optional<String> bearer) {

    private static final Pattern FORM = Pattern.compile(
            "/ws_api/account/([0-9A-Za-z]{1,32})/messaging/(?:consumer|brand/([0-9A-Za-z_-]{1,128}))");

    static Optional<SocketAddress> of(String path) {
        var form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        var bearer = Optional.ofNullable(form.group(2));
        return Optional.of(new SocketAddress(new AccountId(form.group(1)), bearer.isPresent() ? Side.AGENT : Side.CONSUMER, bearer));
    }

    /** Never shows the bearer. */
    @Override
    public String toString() {
        return "SocketAddress[" + account + ", " + side + "]";
    }
}
