package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import eyeline.whole.wire.Body;
import org.junit.jupiter.api.Test;

/** The account's texts in the window (T2): in the page's language, as text and nothing else. */
@InBrowsers
class TextsInBrowsersTest {
    private static final String PLANTED = "<img src=x onerror=\"top.planted=1;window.planted=1\"><script>window.planted=1</script>";

    @Test
    void aGermanPageShowsTheAccountsGermanTextsAndTheirMarkupAsText(Screens screens) {
        var brand = new BrandPages(screens).speaks("DE_at");
        brand.set("texts", Body.of("de", Body.of("INVITED_VIDEO", "<b>{agent}</b> ruft an. " + PLANTED, "DECLINED", "Nein zum {call}." + PLANTED)));
        var talk = brand.talk();
        talk.agent().invitesTo("Video call");
        talk.consumer().reads("<b>\u2068Some agent\u2069</b> ruft an. " + PLANTED);
        talk.consumer().presses("Decline");
        talk.consumer().reads("Nein zum Videoanruf." + PLANTED);
        // the account writes its transcript in English, and the agent reads that
        talk.agent().reads("The invitation to a video call was declined.");
        assertNothingRan(talk.consumer().window());
        assertNothingRan(talk.consumer().page().mainFrame());
    }

    @Test
    void aMissingTextIsTheDefaultOfTheLanguageOrElseEnglishAndAChangeIsThereInTheNextCall(Screens screens) {
        var brand = new BrandPages(screens).speaks("fr");
        brand.set("texts", Body.of("fr", Body.of("INVITED_VOICE", "{agent} vous appelle.")));
        var talk = brand.talk();
        talk.agent().invitesTo("Voice call");
        talk.consumer().reads("\u2068Some agent\u2069 vous appelle.");
        talk.consumer().presses("Decline");
        talk.consumer().reads("The invitation to a voice call was declined.");
        brand.set("texts", Body.of("fr", Body.of("INVITED_VOICE", "Ici {agent}.", "DECLINED", "Refusé.")));
        talk.agent().invitesTo("Voice call");
        talk.consumer().reads("Ici \u2068Some agent\u2069.");
        talk.consumer().presses("Decline");
        talk.consumer().reads("Refusé.");
    }

    @Test
    void theTranscriptIsWrittenInTheAccountsLanguageAndShownAsText(Screens screens) {
        var brand = new BrandPages(screens);
        brand.set("language", "de", "texts", Body.of("de", Body.of("DECLINED", "<b>Abgelehnt</b> {call}" + PLANTED)));
        var talk = brand.talk();
        talk.agent().invitesTo("Voice call");
        talk.consumer().presses("Decline");
        talk.agent().reads("<b>Abgelehnt</b> Sprachanruf" + PLANTED);
        assertThat(talk.consumer().window().getByText("The invitation to a voice call was declined.").first()).isVisible();
        assertNothingRan(talk.agent().page().mainFrame());
    }

    private static void assertNothingRan(Frame frame) {
        assertEquals("undefined", frame.evaluate("() => typeof window.planted"));
    }
}
