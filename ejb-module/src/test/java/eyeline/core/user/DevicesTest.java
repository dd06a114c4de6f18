package eyeline.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.AccountId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final AccountId ACCOUNT = new AccountId("10000001");

    private final Devices devices = new Devices("a secret".getBytes(StandardCharsets.UTF_8));

    @Test
    void knowsWhoLoggedInThere() {
        var mark = devices.marked(ACCOUNT, "agent1", null);
        assertTrue(knows("agent1", mark));
        assertTrue(knows("AGENT1", mark), "log-in names are the same in capitals");
        assertFalse(knows("agent2", mark));
        assertTrue(devices.knowing(new AccountId("10000002"), "agent1", mark).isEmpty());
        assertTrue(new Devices(new byte[32]).knowing(ACCOUNT, "agent1", mark).isEmpty(), "sealed with another key");
    }

    @Test
    void keepsItsIdAndTheLastEight() {
        var mark = devices.marked(ACCOUNT, "agent0", null);
        var id = devices.knowing(ACCOUNT, "agent0", mark);
        for (int i = 1; i <= Devices.USERS; i++) {
            mark = devices.marked(ACCOUNT, "agent" + i, mark);
        }
        assertFalse(knows("agent0", mark));
        assertTrue(knows("agent1", mark));
        assertEquals(id, devices.knowing(ACCOUNT, "agent8", mark));
        assertEquals(mark, devices.marked(ACCOUNT, "agent8", mark));
    }

    @Test
    void believesNothingElse() {
        var mark = devices.marked(ACCOUNT, "agent1", null);
        var other = devices.marked(ACCOUNT, "agent1", null);
        var swapped = other.substring(0, 32) + mark.substring(32);
        for (var wrong : new String[] {null, "", "x", mark + ".", mark.substring(0, mark.length() - 1), swapped, mark.substring(0, 32),
            mark + (".A".repeat(2000))}) {
            assertFalse(knows("agent1", wrong), wrong);
        }
        assertFalse(devices.marked(ACCOUNT, "agent1", mark + "!").startsWith(mark.substring(0, 32)), "a new one");
    }

    @Test
    void countsANetworkOfIpv6AsOneAddress() {
        assertEquals(Attempts.network("2001:db8:1:2:3::4"), Attempts.network("2001:db8:1:2:ffff::"));
        assertFalse(Attempts.network("2001:db8:1:2::1").equals(Attempts.network("2001:db8:1:3::1")));
        assertFalse(Attempts.network("192.0.2.1").equals(Attempts.network("192.0.2.2")));
    }

    private boolean knows(String loginName, String mark) {
        return devices.knowing(ACCOUNT, loginName, mark).isPresent();
    }
}
