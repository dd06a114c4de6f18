package eyeline.operator.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String UNDERTOW = "<subsystem xmlns=\"urn:jboss:domain:undertow:community:14.0\">%s</subsystem>";

    @Test
    void whatIsNewIsNamedOnceWithItsSubsystem() throws IOException {
        assertEquals(List.of("Added undertow: server eyeline"), said("<server name=\"default-server\"/>",
                "<server name=\"default-server\"/><server name=\"eyeline\"><host name=\"eyeline\"/></server>"));
    }

    @Test
    void whatIsGoneOrHasAnotherValueIsNamedToo() throws IOException {
        assertEquals(List.of("Changed undertow: listener a", "Changed undertow: url", "Removed undertow: listener b"),
                said("<listener name=\"a\" size=\"1\"/><listener name=\"b\"/><url>one</url>", "<listener name=\"a\" size=\"2\"/><url>two</url>"));
    }

    @Test
    void elementsOfOneNameAreToldApartByTheirOrder() throws IOException {
        assertEquals(List.of(), said("<role/><role/>", "<role/><role/>"));
        assertEquals(List.of("Added undertow: role"), said("<role/>", "<role/><role/>"));
    }

    private static List<String> said(String before, String after) throws IOException {
        return Difference.between(xml(before), xml(after));
    }

    private static byte[] xml(String inside) {
        return ("<server><profile>" + UNDERTOW.formatted(inside) + "</profile></server>").getBytes(StandardCharsets.UTF_8);
    }
}
