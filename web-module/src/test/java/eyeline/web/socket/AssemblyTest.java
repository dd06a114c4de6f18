package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.web.wire.Limits;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    private final Assembly assembly = new Assembly();

    @Test
    void putsFragmentsTogether() {
        assertEquals(Optional.empty(), assembly.add("{\"a\"", false));
        assertEquals(Optional.of("{\"a\":1}"), assembly.add(":1}", true));
        assertEquals(Optional.of("{}"), assembly.add("{}", true));
    }

    @Test
    void countsBytesAndNotCharacters() {
        assembly.add("€".repeat(Limits.MESSAGE_BYTES / 3), false);
        assertFalse(assembly.overflows());
        assembly.add("€", false);
        assertTrue(assembly.overflows());
    }

    @Test
    void countsACharacterThatIsSplitBetweenFragmentsOnce() {
        assembly.add("\ud83d", false);
        assertEquals(Optional.of("👋"), assembly.add("\udc4b", true));
        assertEquals(4, Utf8.length("👋"));
    }

    @Test
    void refusesAFloodOfTinyFragments() {
        for (int i = 0; i < Limits.MESSAGE_FRAGMENTS; i++) {
            assembly.add("x", false);
        }
        assertFalse(assembly.overflows());
        assembly.add("x", true);
        assertTrue(assembly.overflows());
    }
}
