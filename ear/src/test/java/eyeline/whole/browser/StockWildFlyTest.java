package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eyeline.whole.Product;
import eyeline.whole.deployed.Stock;
import eyeline.whole.deployed.foreign.ForeignBean;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Eyeline on a WildFly as it is downloaded, beside another application. Each of its configurations is walked through once, and each takes
 * another part of what can be done to it:
 *
 * <pre>
 *                        standalone.xml   standalone-full.xml   standalone-ha.xml
 * Java                   this one         25                    this one
 * configured             offline, twice   offline               offline; running, twice
 * Undertow               laid over        old: refused, allowed old, allowed
 * call                   sockets, browsers sockets              sockets
 * under a call           redeployed
 * removed                to the byte      others changed it     running
 * </pre>
 */
@Tag("long")
class StockWildFlyTest {
    private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));
    private static final Map<String, String> ALLOWED = Map.of("EYELINE_ALLOW_OLD_UNDERTOW", "true");

    @Test
    void configuredOfflineRedeployedUnderACallAndTakenBackToTheByte() throws Exception {
        var stock = Stock.unpacked(THIS_JAVA, "standalone.xml");
        var modules = stock.modules();
        var said = stock.configure(0, "--undertow");
        assertTrue(said.contains("Added undertow: server eyeline\n") && said.contains("Added datasources: datasource Eyeline\n"), said);
        said = stock.configure(0, "--undertow");
        assertTrue(said.contains("Nothing to change"), said);
        try (var product = stock.starts(Map.of())) {
            stock.foreign().answers();
            goesOnAfterARedeployment(stock, product);
            stock.foreign().answers();
            callsInBrowsers(product);
            isLoggedOnceAndTheOthersInFull(stock, product);
            assertTrue(stock.configure(2, "--remove").contains("is running"));
            stock.cli(product, "--command=/deployment=eyeline.ear:undeploy");
            stock.foreign().answers();
            assertEquals(404, product.api().get("/agent/").statusCode());
        }
        said = stock.configure(0, "--remove");
        assertTrue(said.contains("to the byte"), said);
        assertEquals(stock.original(), Files.readString(stock.file()));
        assertEquals(modules, stock.modules());
    }

    @Test
    void onAnotherJavaTheOldUndertowIsRefusedAndWhatOthersChangedIsLeft() throws Exception {
        var java = newerJava();
        assumeTrue(Files.isDirectory(java), "no Java 25 here: name one in EYELINE_TEST_JAVA_25");
        var stock = Stock.unpacked(java, "standalone-full.xml");
        assertTrue(stock.configure(0).contains("EYELINE_ALLOW_OLD_UNDERTOW"));
        assertThrows(IllegalStateException.class, () -> stock.starts(Map.of()));
        try (var product = stock.starts(ALLOWED)) {
            stock.foreign().answers();
            calls(product);
        }
        Files.writeString(stock.file(), changedByOthers(Files.readString(stock.file())));
        var said = stock.configure(0, "--remove");
        assertTrue(said.contains("changed by others"), said);
        assertEquals(changedByOthers(stock.original()), Files.readString(stock.file()));
    }

    @Test
    void theScriptsRunAgainstARunningServerTwiceAndAreTakenBackThere() throws Exception {
        var stock = Stock.unpacked(THIS_JAVA, "standalone-ha.xml");
        stock.configure(0);
        var configured = Files.readAllBytes(stock.file());
        try (var product = stock.starts(ALLOWED)) {
            var file = product.configurationFolder().resolve("standalone-ha.xml");
            stock.cli(product, "--command=/deployment=eyeline.ear:undeploy");
            for (var script : Stock.undoing()) {
                stock.cli(product, "--file=" + script);
            }
            stock.foreign().answers();
            assertEquals(stock.original(), Files.readString(file));
            for (int run = 0; run < 2; run++) {
                for (var script : Stock.scripts()) {
                    stock.cli(product, "--file=" + script);
                }
                assertArrayEquals(configured, Files.readAllBytes(file));
            }
            stock.foreign().answers();
            // the reload after the way back has forgotten what lay in the folder of deployments
            stock.cli(product, "--command=deploy " + System.getProperty("eyeline.ear") + " --force");
            calls(product);
            stock.foreign().answers();
        }
    }

    private static void calls(Product product) {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(Scene.VOICE);
            Scene.ok(scene.agent().ends(call));
            scene.tab().call(call, "ENDED");
        }
    }

    private static void goesOnAfterARedeployment(Stock stock, Product product) throws Exception {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(Scene.VIDEO);
            var key = Scene.ok(scene.tab().accepts(call, Scene.VIDEO)).getJsonObject("body").getString("sessionKey");
            Scene.ok(scene.agent().joins(call));
            Scene.ok(scene.tab().joins(call));
            scene.agent().call(call, "ACTIVE");
            stock.cli(product, "--command=/deployment=eyeline.ear:redeploy");
            var back = scene.consumer().opensTab();
            back.call(call, "ACTIVE");
            Scene.ok(back.resumes(call, key));
            Scene.ok(back.ends(call));
            back.closes(scene.conversation());
        }
    }

    private static void callsInBrowsers(Product product) {
        try (var browsers = new Browsers(); var screens = new Screens(product, browsers)) {
            var talk = Talk.begins(screens);
            talk.sees();
            talk.consumer().presses("Hang up");
            talk.isOver();
        }
    }

    /** The database is away: Eyeline has one line about it; what breaks in the other application is logged as it always was. */
    private static void isLoggedOnceAndTheOthersInFull(Stock stock, Product product) throws Exception {
        var lines = Files.readAllLines(product.log()).size();
        product.loseDatabase();
        try {
            assertEquals(503, product.api().post("/api/account/" + Scene.ACCOUNT + "/login?v=1.3", Body.of("username", "agent1", "password", "guess"))
                    .statusCode());
            var said = String.join("\n", Files.readAllLines(product.log()).stream().skip(lines).toList());
            assertFalse(said.contains("\tat "), said);
            stock.foreign().breaks();
            said = String.join("\n", Files.readAllLines(product.log()).stream().skip(lines).toList());
            assertTrue(said.contains("WFLYEJB0034") && said.contains(ForeignBean.WORDS), said);
        } finally {
            product.findDatabase();
        }
    }

    private static String changedByOthers(String configuration) {
        return configuration.replace("    </extensions>\n", """
                    </extensions>
                    <system-properties>
                        <property name="theirs" value="1"/>
                    </system-properties>
                """);
    }

    private static Path newerJava() throws Exception {
        var named = System.getenv("EYELINE_TEST_JAVA_25");
        if (named != null) {
            return Path.of(named);
        }
        var usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (var all = Files.newDirectoryStream(usual, "*25*")) {
                for (var each : all) {
                    return each;
                }
            }
        }
        return usual.resolve("25");
    }
}
