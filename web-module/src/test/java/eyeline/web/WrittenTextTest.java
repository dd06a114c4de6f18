package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people write is neither cut by a field nor lost with one: rules for every page, also for those to come. */
class WrittenTextTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern FORM = Pattern.compile("new Edit\\(this, \\{[^;]*?\\}\\);", Pattern.DOTALL);

    private static List<Path> scripts(String folder) throws IOException {
        try (var files = Files.walk(PAGES.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(js|html)")).sorted().toList();
        }
    }

    /** A browser cuts what is pasted at {@code maxlength} without a word. */
    @Test
    void noFieldCutsWhatIsPasted() throws IOException {
        for (var file : scripts("")) {
            assertTrue(!Files.readString(file).toLowerCase(Locale.ROOT).contains("maxlength"), file.toString());
        }
    }

    @Test
    void everyFormOfTheConsolesKeepsWhatIsNotSaved() throws IOException {
        var forms = 0;
        for (var file : scripts("js/console")) {
            for (var form : FORM.matcher(Files.readString(file)).results().toList()) {
                forms++;
                assertTrue(form.group().contains("drafts: this.room.drafts"), file + ": " + form.group());
            }
        }
        assertEquals(6, forms);
    }

    /** A composer that is made anew begins with what was written. */
    @Test
    void aComposerHasItsTextFromThePage() throws IOException {
        for (var composer : List.of("js/window/eye-window.js", "js/agent/eye-conversation.js")) {
            assertTrue(Files.readString(PAGES.resolve(composer)).contains("<eye-composer .text=${live("), composer);
        }
    }
}
