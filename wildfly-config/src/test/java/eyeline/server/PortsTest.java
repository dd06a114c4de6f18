package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.StartRefused;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {

    @AfterEach
    void forgetTheOptions() {
        System.clearProperty("eyeline.https.port");
        System.clearProperty("eyeline.shop.port");
    }

    @Test
    void areTheDocumentedOnesWithoutOptions() throws Exception {
        assertEquals(new Ports(8443, 8444, 8080, 5433, 9990, 3480), Ports.chosen());
    }

    @Test
    void canBeChosen() throws Exception {
        System.setProperty("eyeline.https.port", "9443");

        assertEquals(9443, Ports.chosen().https());
    }

    @Test
    void refuseWhatIsNoPort() {
        for (String wrong : new String[] {"0", "65536", "-1", "https", "99999999999"}) {
            System.setProperty("eyeline.https.port", wrong);
            String sentence = assertThrows(StartRefused.class, Ports::chosen).getMessage();
            assertTrue(sentence.contains("-Deyeline.https.port=" + wrong), sentence);
        }
    }

    @Test
    void refuseOnePortForTwoUses() {
        System.setProperty("eyeline.https.port", "8444");

        assertThrows(StartRefused.class, Ports::chosen);
    }

    @Test
    void nameATakenPortItsUseAndTheOptionToChooseAnother() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket other = new ServerSocket(ports.shop(), 1, InetAddress.getLoopbackAddress())) {
            String sentence = assertThrows(StartRefused.class, ports::refuseTaken).getMessage();

            assertTrue(sentence.contains("Port " + other.getLocalPort()), sentence);
            assertTrue(sentence.contains("the sample shop"), sentence);
            assertTrue(sentence.contains("-Deyeline.shop.port="), sentence);
        }
        assertDoesNotThrow(ports::refuseTaken);
    }
}
