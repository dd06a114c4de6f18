package eyeline.web.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrictParserTest {

    @Test
    void anUndertowBefore2325IsRefusedInWords() {
        var words = StrictParser.objection("WildFly 39.0.1.Final (WildFly Core 31.0.3.Final) - 2.3.23.Final").orElseThrow();
        assertTrue(words.contains("CVE-2026-28367") && words.contains("2.3.23") && words.contains("EYELINE_ALLOW_OLD_UNDERTOW"), words);
        assertTrue(StrictParser.objection("WildFly 39.0.1.Final - 2.3.9.Final").isPresent());
    }

    @Test
    void aNewerOneAndOneThatSaysNothingMayServe() {
        assertEquals(Optional.empty(), StrictParser.objection("WildFly 39.0.1.Final (WildFly Core 31.0.3.Final) - 2.3.25.Final"));
        assertEquals(Optional.empty(), StrictParser.objection("WildFly 41 - 2.10.1.Final"));
        assertEquals(Optional.empty(), StrictParser.objection("WildFly"));
    }
}
