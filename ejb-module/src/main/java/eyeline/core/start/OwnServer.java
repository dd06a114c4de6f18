package eyeline.core.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What WildFly says of itself, asked inside of the process (JMX, optional/55-health.cli). Where it does not offer that, nothing is known and nothing is
 * held against it.
 */
@ApplicationScoped
public class OwnServer {
    private static final String RUNNING = "RUNNING";
    private static final String ROOT = "jboss.as:management-root=server";
    /** Eyeline's own listeners (30-http.cli); other applications have others. */
    private static final String BINDING = "jboss.as:socket-binding-group=*,socket-binding=eyeline-";
    /** Set by an operator (/system-property=eyeline.draining:add(value=true)): who balances sends nobody here any more. */
    private static final String DRAINING = "eyeline.draining";

    private final boolean tlsElsewhere = Preconditions.tlsElsewhere(Environment.ofProcess());

    /** Whether it has begun everything it has, well or not. While it begins it may say nothing at all. */
    boolean isUp() {
        return read(ROOT, "serverState").filter(state -> !"starting".equals(state)).isPresent();
    }

    /** Whether it lets go of its people: an operator said so, or it is being suspended or stopped. */
    public boolean isLeaving() {
        return Boolean.getBoolean(DRAINING) || read(ROOT, "suspendState").map(state -> !RUNNING.equals(state)).orElse(false);
    }

    public boolean endsTlsElsewhere() {
        return tlsElsewhere;
    }

    /** Where HTTPS listens, seen from this machine; nothing if it does not, or nobody knows. */
    public Optional<InetSocketAddress> https() {
        return binding("https").filter(name -> flag(name, "bound")).flatMap(name -> read(name, "boundPort").map(Object::toString).map(Integer::parseInt)
                .map(port -> new InetSocketAddress(reachable(read(name, "boundAddress").map(Object::toString).orElse("")), port)));
    }

    /** The port that should be open and is not: somebody else has it. Asked when the server is up. */
    Optional<Obstacle> closedPort() {
        var needed = ProcessEnd.isOurs() ? List.of("https", "http") : List.of("https");
        return needed.stream().filter(name -> !tlsElsewhere || !name.equals("https"))
                .flatMap(name -> binding(name).filter(found -> !flag(found, "bound")).map(found -> closed(name, found)).stream()).findFirst();
    }

    private static Obstacle closed(String name, String found) {
        return new Obstacle("port " + read(found, "port").orElse("?") + " (" + name + ") could not be opened: another program has it, or the listener has no key. Stop that "
                + "program (ss -ltnp shows it), or choose another port with -Deyeline." + name + ".port.", Obstacle.CONFIGURATION);
    }

    /** Any address of the machine stands for all of them. */
    private static String reachable(String bound) {
        return bound.isEmpty() || bound.equals("0.0.0.0") || bound.equals("::") || bound.equals("0:0:0:0:0:0:0:0") ? "localhost" : bound;
    }

    private static Optional<String> binding(String name) {
        try {
            return beans().queryNames(new ObjectName(BINDING + name), null).stream().map(ObjectName::getCanonicalName).findFirst();
        } catch (JMException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean flag(String bean, String attribute) {
        return read(bean, attribute).map(Boolean.TRUE::equals).orElse(false);
    }

    private static Optional<Object> read(String bean, String attribute) {
        try {
            return Optional.ofNullable(beans().getAttribute(new ObjectName(bean), attribute));
        } catch (JMException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static MBeanServer beans() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
