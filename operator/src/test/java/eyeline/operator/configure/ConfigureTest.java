package eyeline.operator.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which WildFly is refused and why, and what is kept of one; on folders that look like a WildFly. */
class ConfigureTest {
    private static final String BEFORE = "<server><socket-binding-group name=\"standard-sockets\"/></server>";
    @TempDir
    Path folder;

    @BeforeEach
    void layDown() throws IOException {
        write("jboss-modules.jar", "");
        write("modules/system/layers/base/org/jboss/as/product/main/wildfly-feature-pack-product-conf-39.0.1.Final.jar", "");
        write("modules/system/layers/base/io/undertow/core/main/module.xml",
                "<module name=\"io.undertow.core\"><resource-root path=\"undertow-core-2.3.23.Final.jar\"/></module>");
        write("standalone/configuration/standalone.xml", BEFORE);
        write("kit/cli/30-http.cli", "");
        write("kit/cli/10-database.cli", "");
        write("kit/cli/90-trim.cli", "");
        write("kit/cli/undo/10-database.cli", "");
        write("kit/cli/undo/30-http.cli", "");
        write("kit/modules/eyeline/log/main/module.xml", "<module/>");
        write("kit/undertow/undertow-core-2.3.25.Final.jar", "newer");
    }

    @Test
    void whatIsNoWildFlyOfThisReleaseIsRefusedInWords() throws Exception {
        assertEquals("standalone.xml", WildFlyHome.at(folder, "standalone.xml").name());
        refused("is not a WildFly", folder.resolve("standalone"), "standalone.xml");
        refused("There is no ", folder, "standalone-full.xml");
        refused("--server-config", folder, "../standalone.xml");
        Files.move(folder.resolve("modules/system/layers/base/org/jboss/as/product/main/wildfly-feature-pack-product-conf-39.0.1.Final.jar"),
                folder.resolve("modules/system/layers/base/org/jboss/as/product/main/wildfly-feature-pack-product-conf-38.0.1.Final.jar"));
        refused("is WildFly 38.0.1.Final", folder, "standalone.xml");
    }

    @Test
    void aConfigurationWithoutTheUsualGroupOfPortsIsRefused() throws Exception {
        write("standalone/configuration/standalone.xml", "<server/>");
        refused("standard-sockets", folder, "standalone.xml");
    }

    @Test
    void scriptsComeInTheirOrderThoseOfTheOwnServerDoNotAndTakingBackGoesBackwards() throws Exception {
        var kit = Kit.found(folder.resolve("kit"));
        assertEquals(List.of("10-database.cli", "30-http.cli"), names(kit.scripts()));
        assertEquals(List.of("30-http.cli", "10-database.cli"), names(kit.undoing()));
        assertTrue(assertThrows(StartRefused.class, () -> Kit.found(folder.resolve("modules"))).getMessage().contains("--from"));
    }

    @Test
    void theOriginalComesBackToTheByteUnlessSomebodyElseHasChangedIt() throws Exception {
        var home = WildFlyHome.at(folder, "standalone.xml");
        var original = new Original(home);
        assertTrue(original.keep());
        Files.writeString(home.configuration(), BEFORE + "<!-- with Eyeline -->");
        original.changed(true);
        assertTrue(original.keep(), "run again");
        Files.writeString(home.configuration(), BEFORE + "<!-- with Eyeline and more -->");
        assertFalse(original.restore());
        assertTrue(Original.keptFor(home));
        Files.writeString(home.configuration(), BEFORE + "<!-- with Eyeline -->");
        assertTrue(original.restore());
        assertEquals(BEFORE, Files.readString(home.configuration()));
        assertFalse(Original.keptFor(home));
    }

    @Test
    void whatOthersChangedBetweenTwoRunsIsNotLostByTheSecond() throws Exception {
        var home = WildFlyHome.at(folder, "standalone.xml");
        var original = new Original(home);
        original.keep();
        original.changed(true);
        Files.writeString(home.configuration(), BEFORE + "<!-- theirs -->");
        assertFalse(original.keep());
        original.changed(false);
        assertFalse(original.restore(), "the scripts have to take it back");
    }

    @Test
    void modulesAndTheNewerUndertowAreLaidOnceAndTakenAwayWithTheirFolders() throws Exception {
        var home = WildFlyHome.at(folder, "standalone.xml");
        var kit = Kit.found(folder.resolve("kit"));
        assertEquals(List.of("eyeline.log"), Modules.lay(kit.modules(), home.modules()));
        assertEquals(List.of(), Modules.lay(kit.modules(), home.modules()));
        assertTrue(Undertow.warning(home).isPresent());
        assertTrue(Undertow.lay(kit, home));
        assertFalse(Undertow.lay(kit, home));
        assertTrue(Undertow.warning(home).isEmpty());
        assertTrue(Files.readString(folder.resolve("modules/io/undertow/core/main/module.xml")).contains("undertow-core-2.3.25.Final.jar"));
        assertEquals(List.of("eyeline.log"), Modules.take(kit.modules(), home.modules()));
        assertTrue(Undertow.take(home));
        assertFalse(Files.exists(folder.resolve("modules/eyeline")) || Files.exists(folder.resolve("modules/io")));
    }

    @Test
    void anUndertowThatSomebodyElseHasLaidOverIsLeftAlone() throws Exception {
        var home = WildFlyHome.at(folder, "standalone.xml");
        write("modules/io/undertow/core/main/module.xml", "<module/>");
        var kit = Kit.found(folder.resolve("kit"));
        assertThrows(StartRefused.class, () -> Undertow.lay(kit, home));
        assertFalse(Undertow.take(home));
    }

    private void refused(String words, Path where, String configuration) {
        var refused = assertThrows(StartRefused.class, () -> WildFlyHome.at(where, configuration));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
