package eyeline.operator.check;

import eyeline.operator.look.Row;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Whether the ports are free, or taken: by Eyeline if it runs, by somebody else if it does not. */
record PortLook(int https, int http, int management) {

    List<Row> rows() {
        return List.of(row("HTTPS port", https, "jboss.https.port"), row("HTTP port", http, "jboss.http.port"),
                row("Management port", management, "jboss.management.http.port"));
    }

    private static Row row(String what, int port, String property) {
        return taken(port) ? Row.yellow(what, port + " is taken.", "Well if Eyeline runs. If not, end who listens there (ss -ltnp), or start with -D" + property + "=...")
                : Row.green(what, port + " is free.");
    }

    private static boolean taken(int port) {
        return !binds(InetAddress.getLoopbackAddress(), port) || !binds(new InetSocketAddress(0).getAddress(), port);
    }

    private static boolean binds(InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
