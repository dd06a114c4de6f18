package eyeline.core.arrival;

import java.net.InetAddress;

/** What is so of a request before anybody looks at it. */
public sealed interface Arrival {

    /** It is served, as a request by HTTPS of this client. */
    record Served(InetAddress client) implements Arrival {
    }

    /** It is not; {@code status} of HTTP, and why in one sentence. */
    record Refused(int status, String sentence) implements Arrival {
    }
}
