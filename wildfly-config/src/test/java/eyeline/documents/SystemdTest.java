package eyeline.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The units for a bare host: what systemd says of them, and the script that waits until the server is ready. */
class SystemdTest {
    private static final Path UNITS = Pages.PROJECT.resolve("release/src/main/systemd");
    /** Tenths of systemd's ten points of exposure. */
    private static final int BELOW = 29;

    private record Said(int code, String text) {
    }

    @Test
    void unitsKeepTheirProcessFromNearlyEverything() throws Exception {
        assumeSystemd();
        for (Path unit : Pages.under(UNITS, ".service")) {
            var said = run("systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=" + BELOW, unit.toString());
            assertEquals(0, said.code(), unit.getFileName() + " " + said.text());
        }
    }

    /** Nothing that systemd would not understand; that the programs are not on this machine is no fault of the units. */
    @Test
    void systemdUnderstandsTheUnits() throws Exception {
        assumeSystemd();
        int units = 0;
        for (Path unit : Pages.under(UNITS, ".service")) {
            units++;
            List<String> complaints = run("systemd-analyze", "verify", "--man=no", unit.toString()).text().lines()
                    .filter(line -> line.contains(unit.getFileName() + ":"))
                    .filter(line -> !line.contains("is not executable")).toList();
            assertEquals(List.of(), complaints);
        }
        assertEquals(2, units);
    }

    @Test
    void whatTheUnitsStartIsInTheArchive() throws Exception {
        for (Path unit : Pages.under(UNITS, ".service")) {
            for (String line : Files.readAllLines(unit)) {
                if (line.startsWith("Exec") && line.contains("=/opt/eyeline/systemd/")) {
                    assertTrue(Files.isExecutable(UNITS.resolve(line.replaceFirst(".*/", ""))), line);
                }
            }
        }
    }

    @Test
    void theScriptReturnsWhenTheServerIsReady() throws Exception {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 2 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            var said = await(ProcessHandle.current().pid(), "http://127.0.0.1:" + server.getAddress().getPort() + "/health/ready");
            assertEquals(new Said(0, ""), said);
            assertEquals(2, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theScriptFailsWhenTheServerHasEnded() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var said = await(ended.pid(), "http://127.0.0.1:1/");
        assertEquals(1, said.code());
        assertTrue(said.text().contains("ended before it was ready"), said.text());
    }

    private Said await(long pid, String address) throws Exception {
        var script = new ProcessBuilder(UNITS.resolve("await-ready.sh").toString());
        script.environment().put("MAINPID", Long.toString(pid));
        script.environment().put("EYELINE_READY_URL", address);
        return said(script);
    }

    private static Said run(String... command) throws Exception {
        return said(new ProcessBuilder(command));
    }

    private static Said said(ProcessBuilder builder) throws IOException, InterruptedException {
        var running = builder.redirectErrorStream(true).start();
        running.getOutputStream().close();
        var text = new String(running.getInputStream().readAllBytes());
        return new Said(running.waitFor(), text);
    }

    private static void assumeSystemd() {
        List<Path> places = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            places.add(Path.of(folder, "systemd-analyze"));
        }
        assumeTrue(places.stream().anyMatch(Files::isExecutable), "systemd is not installed");
    }
}
