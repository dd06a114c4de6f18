package eyeline.whole.browser;

import eyeline.whole.Debian;
import eyeline.whole.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of a test's own, made of three Linux network namespaces: a switch with two machines at it, one for the agent's browser and
 * one for the consumer's. The switch leads to the product, and to nothing else; the network of the host is not touched.
 */
final class Network implements AutoCloseable {
    /** A machine at the switch. */
    enum Machine {
        AGENT(1), CONSUMER(2);

        private final int number;

        Machine(int number) {
            this.number = number;
        }

        private String port() {
            return name().toLowerCase();
        }
    }

    private static final String SUBNET = "10.88.0.";
    /** Where the product is found in this network. */
    static final String PRODUCT = SUBNET + "254";

    private final String id = Long.toString(ProcessHandle.current().pid(), 36);
    private int changes;
    private final List<Process> ways = new ArrayList<>();
    private final List<Path> sockets = new ArrayList<>();
    private Path folder;

    Network(Product product) {
        install();
        try {
            folder = Files.createTempDirectory("eyeline-network");
            build(product);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void build(Product product) throws IOException {
        run("ip netns add " + space());
        run("ip -n " + space() + " link set lo up");
        run("ip -n " + space() + " link add switch type bridge");
        run("ip -n " + space() + " addr add " + PRODUCT + "/24 dev switch");
        run("ip -n " + space() + " link set switch up");
        for (var machine : Machine.values()) {
            connect(machine);
        }
        for (var origin : List.of(product.origin(), product.shop())) {
            leadsTo(URI.create(origin).getPort());
        }
    }

    private void connect(Machine machine) {
        var space = space(machine);
        run("ip netns add " + space);
        run("ip -n " + space + " link set lo up");
        run("ip -n " + space() + " link add " + machine.port() + " type veth peer name eth0 netns " + space);
        run("ip -n " + space() + " link set " + machine.port() + " master switch up");
        // an address that comes by itself a second later is a change of the network to a browser that has just started
        run("ip -n " + space + " link set eth0 addrgenmode none");
        run("ip -n " + space + " link set eth0 up");
        has(machine, machine.number);
    }

    private void has(Machine machine, int number) {
        run("ip -n " + space(machine) + " addr add " + SUBNET + number + "/24 dev eth0");
        run("ip -n " + space(machine) + " route replace default via " + PRODUCT);
    }

    /** From the switch to a port of the host's own loopback, by a Unix socket: files are all that namespaces share. */
    private void leadsTo(int port) throws IOException {
        var socket = folder.resolve(port + ".socket");
        sockets.add(socket);
        start("socat", "UNIX-LISTEN:" + socket + ",fork,backlog=100", "TCP:127.0.0.1:" + port);
        start("ip", "netns", "exec", space(), "socat", "TCP-LISTEN:" + port + ",bind=" + PRODUCT + ",fork,reuseaddr,backlog=100",
                "UNIX-CONNECT:" + socket);
    }

    /** The command that runs a program on a machine. */
    List<String> on(Machine machine) {
        return List.of("ip", "netns", "exec", space(machine));
    }

    /** Somebody pulls a machine's cable. */
    void cableOut(Machine machine) {
        run("ip -n " + space() + " link set " + machine.port() + " down");
    }

    void cableIn(Machine machine) {
        run("ip -n " + space() + " link set " + machine.port() + " up");
    }

    /** A machine's way to the switch and back carries so much and no more; what waits for longer than 200 ms is dropped. */
    void narrow(Machine machine, int kbps) {
        var shape = " root tbf rate " + kbps + "kbit burst 6kb latency 200ms";
        run("ip netns exec " + space() + " tc qdisc replace dev " + machine.port() + shape);
        run("ip netns exec " + space(machine) + " tc qdisc replace dev eth0" + shape);
    }

    void widen(Machine machine) {
        run("ip netns exec " + space() + " tc qdisc delete dev " + machine.port() + " root");
        run("ip netns exec " + space(machine) + " tc qdisc delete dev eth0 root");
    }

    /** So much of what goes from machine to machine is lost, by chance. */
    void loses(int percent) {
        run("ip netns exec " + space() + " nft add table bridge eyeline");
        run("ip netns exec " + space() + " nft add chain bridge eyeline lossy { type filter hook forward priority 0 ; }");
        run("ip netns exec " + space() + " nft add rule bridge eyeline lossy numgen random mod 100 < " + percent + " drop");
    }

    /** A machine comes into another network: its old address is gone. */
    void changesAddress(Machine machine) {
        run("ip -n " + space(machine) + " addr flush dev eth0");
        has(machine, machine.number + 10 * (++changes % 25)); // a byte has room for so many
    }

    private String space() {
        return "eyeline-" + id;
    }

    private String space(Machine machine) {
        return space() + "-" + machine.port();
    }

    private static void install() {
        var programs = List.of(Path.of("/usr/bin/socat"), Path.of("/usr/sbin/ip"), Path.of("/usr/sbin/tc"), Path.of("/usr/sbin/nft"));
        if (!programs.stream().allMatch(Files::isExecutable)) {
            Debian.install("iproute2", "socat", "nftables");
        }
        if (!programs.stream().allMatch(Files::isExecutable)) {
            throw new IllegalStateException("The tests of networks need root and " + programs + " (Debian: apt-get install iproute2 socat nftables).");
        }
    }

    private static void run(String command) {
        try {
            var process = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command + " did not run: " + e.getMessage(), e);
        }
    }

    private void start(String... command) throws IOException {
        ways.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Also after a half-made network. */
    @Override
    public void close() {
        for (var way : ways) {
            way.descendants().forEach(ProcessHandle::destroyForcibly);
            way.destroyForcibly();
        }
        for (var space : List.of(space(Machine.AGENT), space(Machine.CONSUMER), space())) {
            if (Files.exists(Path.of("/run/netns", space))) {
                run("ip netns delete " + space);
            }
        }
        try {
            for (var socket : sockets) {
                Files.deleteIfExists(socket);
            }
            if (folder != null) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
