package eyeline.expense;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestTwentyTest {
    private static final String DOCUMENT = """
            | class | s | processor s |
            | --- | --- | --- |
            | `call.ATest` | 90 | 80 |
            | `call.BTest` | 40 | 20 |
            """;

    private static Expense took(String name, double processor) {
        return new Expense("eyeline.whole." + name, 1, processor, Yardstick.THERE_MILLIS, true);
    }

    @Test
    void theTableOfTheDocumentIsRead() {
        assertEquals(Map.of("call.ATest", 80.0, "call.BTest", 20.0), SlowestTwenty.table(DOCUMENT));
    }

    @Test
    void anOrdinaryClassOverTheLimitIsTooDearUnlessTheTableNamesIt() {
        var table = SlowestTwenty.table(DOCUMENT);
        assertEquals(List.of(), SlowestTwenty.tooDear(List.of(took("call.ATest", 90), took("call.CTest", 60)), table));
        assertEquals(List.of("call.CTest took 61 processor seconds, over 60"), SlowestTwenty.tooDear(List.of(took("call.CTest", 61)), table));
        assertEquals(List.of(), SlowestTwenty.tooDear(List.of(took("call.CTest", 61)), Map.of()), "nothing to compare with");
        assertEquals(List.of(), SlowestTwenty.tooDear(List.of(new Expense("eyeline.whole.call.CTest", 1, 61, 1, false)), table), "a long one");
    }

    @Test
    void theSumMayGrowByAQuarter() {
        var table = SlowestTwenty.table(DOCUMENT);
        assertEquals(List.of(), SlowestTwenty.tooDear(List.of(took("call.ATest", 80), took("call.BTest", 45)), table));
        assertEquals(List.of("the slowest 20 took 126 processor seconds, over a quarter more than 100"),
                SlowestTwenty.tooDear(List.of(took("call.ATest", 80), took("call.BTest", 46)), table));
        assertEquals(List.of(), SlowestTwenty.tooDear(List.of(took("call.ATest", 126)), table), "of a few classes nobody knows the sum");
    }

    @Test
    void onASlowMachineSecondsAreShorter(@TempDir Path folder) throws IOException {
        new Expense("eyeline.whole.call.ATest", 200, 100, 2 * Yardstick.THERE_MILLIS, true).writeInto(folder);
        assertEquals(List.of(50.0), SlowestTwenty.read(folder).stream().map(Expense::processor).toList());
    }
}
