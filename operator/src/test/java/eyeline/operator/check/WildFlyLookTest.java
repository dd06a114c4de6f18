package eyeline.operator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WildFlyLookTest {
    @TempDir
    Path home;

    @Test
    void aFolderThatIsNone() throws Exception {
        assertEquals(List.of("RED WildFly"), rows());
    }

    @Test
    void anotherVersionAsItCameFromItsMakers() throws Exception {
        file("jboss-modules.jar", "");
        file("modules/system/layers/base/org/jboss/as/ee/main/wildfly-ee-38.0.0.Final.jar", "");
        file("modules/system/layers/base/io/undertow/core/main/undertow-core-2.3.23.Final.jar", "");
        file("standalone/configuration/standalone.xml", "<server/>");
        assertEquals(List.of("RED WildFly", "YELLOW Undertow", "RED Driver", "RED Configuration"), rows());
    }

    @Test
    void oneThatIsReady() throws Exception {
        file("jboss-modules.jar", "");
        file("modules/system/layers/base/org/jboss/as/ee/main/wildfly-ee-39.0.1.Final.jar", "");
        file("modules/system/layers/base/io/undertow/core/main/undertow-core-2.3.25.Final.jar", "");
        file("modules/eyeline/postgresql/main/module.xml", "");
        file("standalone/configuration/standalone-ha.xml", "jndi-name=\"java:jboss/datasources/Eyeline\"");
        assertEquals(List.of("GREEN WildFly", "GREEN Undertow", "YELLOW Driver", "GREEN Configuration"), rows());
    }

    @Test
    void anUndertowThatIsLaidOverCounts() throws Exception {
        file("jboss-modules.jar", "");
        file("modules/system/layers/base/io/undertow/core/main/undertow-core-2.3.23.Final.jar", "");
        file("modules/io/undertow/core/main/undertow-core-2.3.25.Final.jar", "");
        file("standalone/configuration/standalone.xml", "<server/>");
        assertTrue(rows().contains("GREEN Undertow"));
    }

    @Test
    void undertowsNumbersAreCompared() {
        assertTrue(WildFlyLook.strict("2.3.25.Final") && WildFlyLook.strict("2.4.0.Beta1") && WildFlyLook.strict("10.0.0.Final"));
        assertFalse(WildFlyLook.strict("2.3.24.Final") || WildFlyLook.strict("2.2.38.Final") || WildFlyLook.strict("unknown"));
    }

    private List<String> rows() throws Exception {
        return new WildFlyLook(home).rows().stream().map(row -> row.colour() + " " + row.what()).toList();
    }

    private void file(String path, String content) throws Exception {
        Files.createDirectories(home.resolve(path).getParent());
        Files.writeString(home.resolve(path), content);
    }
}
