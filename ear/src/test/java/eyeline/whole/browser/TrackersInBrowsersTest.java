package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import eyeline.whole.wire.Body;
import org.junit.jupiter.api.Test;

/** The steps of calls in the queue of the brand's own tracking library (W5), on pages that carry each one's contract. */
@InBrowsers
class TrackersInBrowsersTest {
    /** Google's own snippet without the library: whatever it takes stands in the data layer. */
    private static final String GOOGLE = """
            <script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
            gtag('js', new Date(0)); gtag('config', 'G-ABC1234567');</script>""";
    private static final String GOOGLES = "() => window.dataLayer.map(each => [...each]).filter(([what]) => what === 'event').map(each => JSON.stringify(each)).join('\\n')";

    /** Matomo's snippet; the library comes later, takes what waits, and does each function once for each tracker of the page. */
    private static final String MATOMO = """
            <script>var _paq = window._paq = window._paq || []; _paq.push(['trackPageView']);
            function matomoComes() {
              const said = [];
              const trackers = ['7', '8'].map(site => ({
                getSiteId: () => site, trackPageView() {}, trackEvent(...event) { said.push([site, ...event].join(' | ')); }}));
              const apply = ([what, ...values]) => trackers.forEach(each => (typeof what === 'string' ? each[what](...values) : what.apply(each, values)));
              window._paq.forEach(apply);
              window._paq = {push: (...all) => all.forEach(apply)};
              return said.join('\\n');
            }</script>""";

    private static final String MAPP = "<script>window._ti = {pageName: 'brand.start'}; window.wts = window.wts || []; wts.push(['send', 'pageupdate']);</script>";
    private static final String TEALIUM = """
            <script>var links = []; var utag = {cfg: {utid: 'brand/main/202601010000'}, data: {}, link(data) { links.push(JSON.stringify(data)); }};</script>""";

    @Test
    void googleAnalyticsHearsOfEveryStepOnceThoughTwoPagesAreOpen(Screens screens) {
        var brand = new BrandPages(screens).carries(GOOGLE);
        brand.set("tracker", Body.of("kind", "GOOGLE_ANALYTICS", "id", "G-ABC1234567"));
        var context = screens.context(Devices.ONE_CAMERA, Screens.ALLOWED);
        var talk = Talk.begins(screens, brand.agent(), brand.consumer(context));
        var other = brand.consumer(context);
        talk.isInvitedTo("Video call");
        other.isInvited();
        talk.consumer().presses("Decline");
        assertThat(other.button("Decline")).isHidden();
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with voice only");
        talk.agent().media().soundFlows();
        talk.consumer().presses("Hang up");
        talk.isOver();
        hears(talk.consumer().page(), other.page(), GOOGLES, """
                ["event","eyeline_call_offered",{"send_to":"G-ABC1234567","call_mode":"VIDEO_CALL"}]
                ["event","eyeline_call_offered",{"send_to":"G-ABC1234567","call_mode":"VIDEO_CALL"}]
                ["event","eyeline_call_declined",{"send_to":"G-ABC1234567","call_mode":"VIDEO_CALL"}]
                ["event","eyeline_call_accepted",{"send_to":"G-ABC1234567","call_mode":"VOICE_CALL"}]
                ["event","eyeline_call_started",{"send_to":"G-ABC1234567","call_mode":"VOICE_CALL"}]
                ["event","eyeline_call_ended",{"send_to":"G-ABC1234567","call_mode":"VOICE_CALL"}]""");
        // nothing of the library's is in Eyeline's own page
        assertEquals("undefined undefined", talk.consumer().window().evaluate("() => typeof window.dataLayer + ' ' + typeof window.gtag"));
        assertEquals(true, talk.consumer().window().evaluate("() => [...document.scripts].every(each => !each.src || new URL(each.src).origin === location.origin)"));
    }

    @Test
    void matomoHearsOfAFailureForItsSiteAlone(Screens screens) {
        var brand = new BrandPages(screens).carries(MATOMO);
        brand.set("tracker", Body.of("kind", "MATOMO", "id", "7"));
        var consumer = brand.consumer(screens.context(Devices.ONE_CAMERA, Screens.DENIED));
        var talk = Talk.begins(screens, brand.agent(), consumer);
        talk.isInvitedTo("Video call");
        consumer.presses("Accept with video");
        consumer.presses("Continue");
        consumer.reads("is blocked");
        consumer.page().waitForCondition(() -> consumer.page().evaluate("() => window._paq.length").equals(4));
        assertEquals("""
                7 | Eyeline | call offered | VIDEO_CALL
                7 | Eyeline | call accepted | VIDEO_CALL
                7 | Eyeline | call failed | VIDEO_CALL""", consumer.page().evaluate("() => matomoComes()"));
    }

    @Test
    void mappHearsOfItAsClicksAndItsPageDataStayAsTheyAre(Screens screens) {
        var brand = new BrandPages(screens).carries(MAPP);
        brand.set("tracker", Body.of("kind", "MAPP", "id", "123456789012345"));
        var talk = declined(brand);
        hears(talk.consumer().page(), null, "() => wts.slice(1).map(each => JSON.stringify(each)).join('\\n')", """
                ["send","click",{"linkId":"eyeline.voice_call.offered"}]
                ["send","click",{"linkId":"eyeline.voice_call.declined"}]""");
        assertEquals("{\"pageName\":\"brand.start\"}", talk.consumer().page().evaluate("() => JSON.stringify(_ti)"));
    }

    @Test
    void tealiumHearsOfItAsLinks(Screens screens) {
        var brand = new BrandPages(screens).carries(TEALIUM);
        brand.set("tracker", Body.of("kind", "TEALIUM", "id", "brand/main"));
        hears(declined(brand).consumer().page(), null, "() => links.join('\\n')", """
                {"tealium_event":"eyeline_call_offered","eyeline_call_mode":"VOICE_CALL"}
                {"tealium_event":"eyeline_call_declined","eyeline_call_mode":"VOICE_CALL"}""");
    }

    @Test
    void nothingIsToldUnlessTheAccountWantsItAndAChangeIsThereInTheNextCall(Screens screens) {
        var brand = new BrandPages(screens).carries(GOOGLE);
        var talk = declined(brand);
        assertEquals("", talk.consumer().page().evaluate(GOOGLES));
        brand.set("tracker", Body.of("kind", "GOOGLE_ANALYTICS", "id", "G-NEXT"));
        talk.agent().invitesTo("Video call");
        talk.consumer().page().waitForCondition(() -> talk.consumer().page().evaluate(GOOGLES).toString().contains("G-NEXT"));
    }

    private static Talk declined(BrandPages brand) {
        var talk = brand.talk();
        talk.isInvitedTo("Voice call");
        talk.consumer().presses("Decline");
        assertThat(talk.agent().button("Cancel invitation")).isHidden();
        return talk;
    }

    /** Waits until just this was said on the pages together, in whatever order. */
    private static void hears(Page page, Page other, String said, String expected) {
        page.waitForCondition(() -> sorted(page.evaluate(said) + (other == null ? "" : "\n" + other.evaluate(said))).equals(sorted(expected)),
                new Page.WaitForConditionOptions().setTimeout(10_000));
    }

    private static String sorted(String lines) {
        return String.join("\n", lines.lines().filter(line -> !line.isEmpty()).sorted().toList());
    }
}
