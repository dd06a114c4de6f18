package eyeline.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageLookupTest {
    private static final List<String> OFFERED = List.of("de-AT", "zh", "en", "de");

    private static void finds(String wanted, String found) {
        assertEquals(Optional.ofNullable(found), LanguageLookup.nearest(wanted, OFFERED), wanted);
    }

    @Test
    void findsTheLanguageOrOneWithLessParts() {
        finds("de-AT", "de-AT");
        finds("de-AT-1996", "de-AT");
        finds("de-CH", "de");
        finds("zh-Hant-TW", "zh");
        finds("fr-CA", null);
    }

    @Test
    void doesNotMindUpperAndLowerCaseNorUnderscores() {
        finds("DE", "de");
        finds("de_at", "de-AT");
        finds("ZH_hant", "zh");
    }

    @Test
    void leavesOutASingleLetterThatMeansNothingAlone() {
        assertEquals(Optional.of("de"), LanguageLookup.nearest("de-u-co-phonebk", List.of("de", "de-u")));
        assertEquals(Optional.empty(), LanguageLookup.nearest("x-own", List.of("de")));
    }
}
