package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import eyeline.whole.wire.Consumer;
import org.junit.jupiter.api.Test;

/** Alphabets that run the other way, contrast themes, and 200 %: one conversation and one call, looked at in each way. */
@InBrowsers
class ReadByEverybodyTest {
    private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd (VIP)!";
    /** Words that the own tile lies on, in the frame's stage. */
    private static final String COVERED = """
            () => {
              const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
              const tile = all(document).find((each) => each.localName === 'eye-own-picture').getBoundingClientRect();
              const stage = all(document).find((each) => each.localName === 'eye-call-stage').shadowRoot;
              return all(stage).filter((each) => each.matches('.name, .what, .chip, .banner, eye-call-quality button') && each.checkVisibility()).flatMap((each) => {
                const range = document.createRange();
                range.selectNodeContents(each);
                return [...range.getClientRects()].filter(({ left, right, top, bottom }) => right > tile.left + 1 && left < tile.right - 1 && bottom > tile.top + 1 && top < tile.bottom - 1)
                  .map(() => each.textContent.trim());
              }).join('|');
            }""";

    @Test
    void aConversationAndACall(Screens screens) {
        var pages = new BrandPages(screens);
        var talk = pages.talk();
        var desk = talk.agent().page();
        runsAsItsLetters(talk);
        var other = Consumer.signsUp(screens.product().api(), pages.brand().account());
        other.opensTab().begins();
        talk.agent().takesWhoWaits();
        talk.agent().reads("Nothing has been written yet.");
        other.close();
        contrast(desk);
        contrast(talk.consumer().page());
        chosenAndOnlineAreTold(desk);
        desk.locator("eye-conversation-list button").filter(new Locator.FilterOptions().setHasText("VIP")).click();
        bubblesEnd(desk.locator("eye-conversation .bubble").first());
        bubblesEnd(talk.consumer().window().locator(".bubble").first());
        talk.sees();
        talk.agent().presses("Mute microphone");
        isOn(talk.agent().button("Unmute microphone"), talk.agent().button("Turn camera off"));
        assertThat(desk.locator("eye-own-picture")).isVisible();
        talk.consumer().presses("Messages");
        isOn(talk.consumer().button("Messages"), talk.consumer().button("Hang up"));
        at200Percent(talk);
    }

    private static void contrast(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    }

    private static void runsAsItsLetters(Talk talk) {
        talk.consumer().composer().fill(HEBREW);
        assertEquals("rtl", style(talk.consumer().composer(), "direction"));
        talk.consumer().composer().press("Enter");
        talk.agent().reads(HEBREW);
        var desk = talk.agent().page();
        assertEquals("rtl", style(desk.locator(".bubble").filter(new Locator.FilterOptions().setHasText(HEBREW)), "direction"));
        assertEquals("ltr", style(desk.locator(".bubble").filter(new Locator.FilterOptions().setHasText("Fenwick")), "direction"));
        assertEquals("rtl", style(talk.consumer().window().locator(".bubble").filter(new Locator.FilterOptions().setHasText(HEBREW)), "direction"));
        assertEquals("rtl", style(desk.locator("eye-conversation-list .last bdi"), "direction"));
        talk.agent().composer().fill(HEBREW);
        assertEquals("rtl", style(talk.agent().composer(), "direction"));
        assertEquals("auto", talk.consumer().window().locator("h1").getAttribute("dir"));
        talk.agent().composer().fill("");
    }

    private static void chosenAndOnlineAreTold(Page desk) {
        var list = desk.locator("eye-conversation-list");
        assertNotEquals(style(list.locator("button[aria-current=true]"), "borderTopWidth"), style(list.locator("button[aria-current=false]"), "borderTopWidth"));
        assertNotEquals(style(desk.locator("[role=tab][aria-selected=true]"), "backgroundColor"),
                style(desk.locator("[role=tab][aria-selected=false]").first(), "backgroundColor"));
        var online = list.locator("eye-avatar[presence=here]");
        var away = list.locator("eye-avatar[presence=away]");
        assertNotEquals(after(online), after(away));
        assertNotEquals(style(online, "backgroundColor"), after(online));
        assertNotEquals(style(desk.locator("eye-menu .dot.ONLINE"), "backgroundColor"), style(desk.locator("eye-sidebar"), "backgroundColor"));
        var composer = desk.locator("eye-composer");
        composer.locator("textarea").focus();
        assertEquals("solid", style(composer.locator("form"), "outlineStyle"));
    }

    private static void bubblesEnd(Locator bubble) {
        assertEquals("1px", style(bubble, "borderTopWidth"));
        assertNotEquals(style(bubble, "backgroundColor"), style(bubble, "borderTopColor"));
    }

    private static void isOn(Locator on, Locator off) {
        on.page().waitForCondition(() -> !style(off, "backgroundColor").equals(style(on, "backgroundColor"))); // it fades
        assertNotEquals(style(on, "color"), style(on, "backgroundColor"));
    }

    private static void at200Percent(Talk talk) {
        var desk = talk.agent().page();
        desk.setViewportSize(680, 384);
        hasLines(desk.locator("eye-conversation eye-transcript"));
        coversNoWord(desk.mainFrame());
        talk.consumer().page().setViewportSize(680, 384);
        hasLines(talk.consumer().window().locator("eye-transcript"));
        coversNoWord(talk.consumer().window());
        talk.consumer().presses("Turn camera off");
        assertThat(desk.locator("eye-call-stage").getByText("Camera is off").first()).isVisible();
        coversNoWord(desk.mainFrame());
        talk.agent().presses("Turn camera off");
        coversNoWord(talk.consumer().window());
        desk.setViewportSize(320, 568);
        hasLines(desk.locator("eye-conversation eye-transcript"));
        coversNoWord(desk.mainFrame());
        desk.setViewportSize(1360, 768);
        coversNoWord(desk.mainFrame());
    }

    /** Three lines at least. */
    private static void hasLines(Locator transcript) {
        assertThat(transcript).isVisible();
        var height = ((Number) transcript.evaluate("(each) => Math.min(each.getBoundingClientRect().bottom, innerHeight) - each.getBoundingClientRect().top")).doubleValue();
        assertTrue(height > 80, "the transcript is " + height + " high");
    }

    private static void coversNoWord(Frame frame) {
        frame.page().waitForCondition(() -> "".equals(frame.evaluate(COVERED)), new Page.WaitForConditionOptions().setTimeout(5_000));
    }

    private static Object style(Locator each, String property) {
        return each.evaluate("(each, property) => getComputedStyle(each)[property]", property);
    }

    private static Object after(Locator each) {
        return each.evaluate("(each) => getComputedStyle(each, '::after').backgroundColor");
    }
}
