package eyeline.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of the image and of compose.yaml without a machine that runs containers. */
class ContainersTest {
    private static final Path CONTAINERS = Pages.PROJECT.resolve("release/src/main/containers");
    private static final Pattern INSTRUCTION = Pattern.compile("(?m)^([A-Z]+) ((?:.*\\\\\n)*.*)$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)[:}]");

    @TempDir
    Path temp;
    private String file;
    private Yaml compose;

    @BeforeEach
    void read() throws IOException {
        file = Files.readString(CONTAINERS.resolve("Containerfile"));
        compose = Yaml.of(CONTAINERS.resolve("compose.yaml"));
    }

    private List<String> instructions(String name) {
        return INSTRUCTION.matcher(file).results().filter(one -> one.group(1).equals(name)).map(one -> one.group(2)).toList();
    }

    /** A shell is used while the image is built, in the first stage; in the second nothing is run. */
    @Test
    void theImageNeedsNoShellAndNoRoot() {
        var second = file.substring(file.lastIndexOf("\nFROM "));
        assertFalse(second.contains("\nRUN "), "a shell in the image");
        assertEquals(List.of("10001:10001"), instructions("USER"));
        for (String name : List.of("ENTRYPOINT", "CMD")) {
            instructions(name).forEach(command -> assertTrue(command.startsWith("[\""), command));
        }
        assertTrue(instructions("HEALTHCHECK").get(0).contains("CMD [\"java\""));
        assertEquals(2, instructions("FROM").size());
    }

    @Test
    void whatTheImageIsMadeOfIsInTheArchive() {
        var named = Pattern.compile("eyeline/(cli|containers)/([\\w.-]+)").matcher(file);
        int all = 0;
        while (named.find()) {
            all++;
            var folder = named.group(1).equals("cli") ? Pages.PROJECT.resolve("wildfly-config/src/main/cli") : CONTAINERS;
            assertTrue(Files.exists(folder.resolve(named.group(2))), named.group());
        }
        assertEquals(3, all);
    }

    /** Whatever WildFly writes goes to one folder; its configuration is read only. */
    @Test
    void whatIsWrittenGoesToOneFolder() {
        var start = instructions("ENTRYPOINT").get(0);
        assertEquals(List.of("/run/eyeline"), instructions("VOLUME"));
        for (String written : List.of("jboss.server.log.dir", "jboss.server.data.dir", "jboss.server.temp.dir", "java.io.tmpdir", "org.jboss.boot.log.file")) {
            assertTrue(start.contains("-D" + written + "=/run/eyeline"), written);
        }
        assertTrue(start.contains("--read-only-server-config=standalone.xml"));
    }

    @Test
    void theImageIsLabelledWithThisVersion() throws IOException {
        assertTrue(instructions("ARG").contains("VERSION=" + Pages.version()));
        for (String label : List.of("title", "description", "version", "documentation")) {
            assertTrue(instructions("LABEL").get(0).contains("org.opencontainers.image." + label + "="), label);
        }
        for (String service : List.of("eyeline", "migrate")) {
            assertEquals("eyeline:" + Pages.version(), compose.at("services", service, "image").toString());
        }
    }

    /** What standalone.sh would have said to Java. */
    @Test
    void javaIsOpenedAsWildFlyWantsIt() throws IOException {
        var common = Pages.PROJECT.resolve("wildfly-config/target/server/bin/common.sh");
        if (Files.exists(common)) {
            var said = Pattern.compile("--add-(?:opens|exports)=[a-z][\\w./]+=ALL-UNNAMED").matcher(Files.readString(common));
            while (said.find()) {
                assertTrue(file.contains(said.group()), said.group());
            }
        }
    }

    @Test
    void theHealthCheckKnowsReadyFromNot() throws Exception {
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-d", temp.toString(), CONTAINERS.resolve("Ready.java").toString()));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (int status : List.of(200, 503)) {
            server.createContext("/" + status, exchange -> {
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
        }
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertEquals(List.of(0, 1), List.of(ready(address + "/200"), ready(address + "/503")));
        } finally {
            server.stop(0);
        }
        assertEquals(1, ready(address + "/200"), "nobody there");
    }

    private int ready(String address) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:TieredStopAtLevel=1", "-cp", temp.toString(), "Ready", address)
                .start().waitFor();
    }

    @Test
    void composeHasAllFourAndTheMigrationFirst() {
        assertEquals(Set.of("postgresql", "migrate", "eyeline", "proxy", "coturn"), compose.at("services").map().keySet());
        assertEquals("service_healthy", compose.at("services", "migrate", "depends_on", "postgresql", "condition").toString());
        assertEquals("service_completed_successfully", compose.at("services", "eyeline", "depends_on", "migrate", "condition").toString());
        assertEquals("service_healthy", compose.at("services", "proxy", "depends_on", "eyeline", "condition").toString());
    }

    @Test
    void composeGivesNobodyMoreThanNeeded() {
        for (String service : List.of("migrate", "eyeline", "proxy", "coturn")) {
            assertEquals("true", compose.at("services", service, "read_only").toString(), service);
            assertEquals("[ALL]", compose.at("services", service, "cap_drop").toString(), service);
        }
        compose.at("services").map().forEach((name, service) -> assertEquals("[no-new-privileges:true]", new Yaml(service).at("security_opt").toString(), name));
        assertEquals("true", compose.at("networks", "database", "internal").toString());
        assertFalse(compose.find("services", "postgresql", "ports").isPresent(), "the database is open to the host");
        assertFalse(compose.find("services", "eyeline", "ports").isPresent(), "a way past the proxy");
    }

    /** Volumes, networks, secrets and configs that a service names are declared. */
    @Test
    void composeNamesNothingThatIsNotThere() {
        for (Object value : compose.at("services").map().values()) {
            var service = new Yaml(value);
            service.find("networks").ifPresent(networks -> names(networks).forEach(name -> compose.at("networks", name)));
            service.find("secrets").ifPresent(secrets -> names(secrets).forEach(name -> compose.at("secrets", name)));
            service.find("configs").ifPresent(configs -> configs.items().forEach(config -> compose.at("configs", config.at("source").value())));
            service.find("volumes").ifPresent(volumes -> names(volumes).stream().filter(name -> !name.startsWith(".")).forEach(
                    name -> compose.at("volumes").map().keySet().stream().filter(name.replaceFirst(":.*", "")::equals).findFirst().orElseThrow()));
        }
    }

    /** What has to be set says what for, and the page says it too. */
    @Test
    void thePageNamesWhatComposeWants() throws IOException {
        var page = Files.readString(Pages.OPERATIONS.resolve("containers.md"));
        Set<String> wanted = new TreeSet<>();
        var text = Files.readString(CONTAINERS.resolve("compose.yaml"));
        VARIABLE.matcher(text).results().forEach(variable -> wanted.add(variable.group(1)));
        compose.at("secrets").map().values().forEach(secret -> wanted.add(new Yaml(secret).at("file").toString().replaceFirst("^\\./", "")));
        wanted.forEach(name -> assertTrue(page.contains(name), name));
        assertTrue(wanted.size() >= 7, wanted.toString());
    }

    private static Set<String> names(Yaml listOrMap) {
        if (listOrMap.value() instanceof Map) {
            return listOrMap.map().keySet();
        }
        Set<String> names = new TreeSet<>();
        listOrMap.items().forEach(item -> names.add(item.toString()));
        return names;
    }
}
