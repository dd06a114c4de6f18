package eyeline.web.gateway;

import eyeline.core.user.Agent;
import eyeline.web.socket.Link;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the filter found out about a handshake, carried through the upgrade as the request's principal, which is the one thing
 * of a request that belongs to its session alone. The secrets in it can be taken once.
 */
final class Ticket implements Principal {

    /** A consumer's token from the header, or an agent with the bearer of the address. */
    sealed interface Pass {
        record Token(String token) implements Pass {
            @Override
            public String toString() {
                return "Token";
            }
        }

        record Login(Agent agent, String bearer) implements Pass {
            @Override
            public String toString() {
                return "Login";
            }
        }
    }

    private final Link.Door door;
    private final Set<String> features;
    private final AtomicReference<Pass> pass;

    Ticket(Link.Door door, Set<String> features, Optional<Pass> pass) {
        this.door = door;
        this.features = features;
        this.pass = new AtomicReference<>(pass.orElse(null));
    }

    Link.Door door() {
        return door;
    }

    Set<String> features() {
        return features;
    }

    Optional<Pass> takePass() {
        return Optional.ofNullable(pass.getAndSet(null));
    }

    @Override
    public String getName() {
        return door.account() + " " + door.side();
    }
}
