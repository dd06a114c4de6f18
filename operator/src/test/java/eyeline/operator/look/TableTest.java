package eyeline.operator.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.Ran;
import eyeline.operator.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aRowIsLinesOfEightyColumns() {
        var row = Row.red("Something with a long name", "x".repeat(120) + " and words that go on and on and on and on", "Do this, and that, and look at the other thing too, then come back.");
        List<String> lines = Layout.lines(row, (colour, text) -> text);
        lines.forEach(line -> assertTrue(line.length() <= 80, line));
        assertTrue(lines.get(0).startsWith("red     Something with a"), lines.get(0));
        assertEquals(1, lines.stream().filter(line -> line.contains("-> Do this")).count());
        assertEquals(120, lines.stream().mapToLong(line -> line.chars().filter(c -> c == 'x').count()).sum());
    }

    @Test
    void aLookThatThrowsIsARedRowAndTheOthersGoOn() {
        var ran = Ran.of(Map.of(), "verify", "https://localhost:1", "--json");
        assertEquals(1, ran.code());
        assertEquals(Release.version(), ran.json().getString("program"));
        var rows = ran.json().getJsonArray("rows");
        assertTrue(rows.size() >= 6, ran.out());
        rows.forEach(row -> assertEquals("red", row.asJsonObject().getString("colour")));
        assertEquals("Nothing answers there.", rows.getJsonObject(1).getString("found"));
        assertEquals("", ran.err());
        assertTrue(Ran.of(Map.of(), "verify", "https://localhost:1", "--debug").err().contains("ConnectException"));
    }

    @Test
    void colourIsAroundTheWordAloneSoThatColumnsStay() {
        var line = Layout.lines(Row.green("A", "b"), (colour, text) -> "<" + colour + ">" + text).get(0);
        assertEquals("<32>green   A                     b", line);
    }
}
