package eyeline.server;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports of one installation, all on the loopback interface. */
public record Ports(int https, int shop, int http, int database, int management, int turn) {

    public Ports {
        if (List.of(https, shop, http, database, management, turn).stream().distinct().count() != 6) {
            throw new IllegalArgumentException("the six ports must differ");
        }
    }

    /** The ports that the documentation names, unless system properties choose others. */
    public static Ports chosen() throws StartRefused {
        try {
            return new Ports(chosen("eyeline.https.port", 8443), chosen("eyeline.shop.port", 8444),
                    chosen("eyeline.http.port", 8080), chosen("eyeline.db.port", 5433), chosen("eyeline.management.port", 9990),
                    chosen("eyeline.turn.port", 3480));
        } catch (IllegalArgumentException e) {
            throw new StartRefused("The ports cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static int chosen(String option, int standard) {
        String value = System.getProperty(option, "").strip();
        if (value.isEmpty()) {
            return standard;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException("-D" + option + "=" + value + " is no port (1 to 65535)");
        }
        return Integer.parseInt(value);
    }

    /** Six ports that nobody listens on at this moment. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] found = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(found[0], found[1], found[2], found[3], found[4], found[5]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to go on if one of the ports is taken, and says which, what for, and how to choose another. */
    void refuseTaken() throws StartRefused {
        List<String> taken = new ArrayList<>();
        uses().forEach((use, port) -> {
            if (isTaken(port)) {
                taken.add("Port " + port + " is already in use by another program; it is needed for " + use.purpose()
                        + ". Stop that program, or choose another port with -D" + use.option() + "=<port>.");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartRefused(String.join("\n", taken));
        }
    }

    private Map<Use, Integer> uses() {
        Map<Use, Integer> uses = new LinkedHashMap<>();
        uses.put(new Use("eyeline.https.port", "Eyeline itself (HTTPS and WSS)"), https);
        uses.put(new Use("eyeline.shop.port", "the sample shop"), shop);
        uses.put(new Use("eyeline.http.port", "plain HTTP, which redirects to HTTPS"), http);
        uses.put(new Use("eyeline.db.port", "the embedded PostgreSQL"), database);
        uses.put(new Use("eyeline.management.port", "the management interface of WildFly"), management);
        uses.put(new Use("eyeline.turn.port", "coturn, the relay for trying"), turn);
        return uses;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private record Use(String option, String purpose) {
    }
}
