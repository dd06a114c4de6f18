package eyeline.whole.browser;

import static eyeline.whole.browser.Wcag.assertClean;

import org.junit.jupiter.api.Test;

/** X6 as far as a machine can see it: axe finds nothing on the main screens. */
@InBrowsers
class AccessibilityTest {
    @Test
    void theMainScreensBreakNoRuleOfWcag(Screens screens) {
        var stranger = screens.page("log-in", screens.context(Devices.ONE_CAMERA, Screens.DENIED));
        stranger.navigate(screens.product().origin() + "/agent/");
        stranger.getByLabel("User name").waitFor();
        assertClean("log-in", stranger);
        var talk = Talk.begins(screens);
        assertClean("conversation", talk.agent().page());
        talk.isInvitedTo("Video call");
        assertClean("inviting", talk.agent().page());
        assertClean("invited", talk.consumer().page());
        talk.consumer().presses("Accept with video");
        talk.agent().media().flows();
        assertClean("call of the agent", talk.agent().page());
        assertClean("call of the consumer", talk.consumer().page());
        talk.agent().presses("Hang up");
        talk.isOver();
        assertClean("after the call", talk.consumer().page());
    }

    @Test
    void aWishForACallBreaksNoRuleOfWcag(Screens screens) {
        var brand = new BrandPages(screens).speaks("de");
        brand.set("consumerMayAsk", true);
        var talk = brand.talk();
        talk.consumer().button("Ask for a video call").waitFor();
        assertClean("may ask", talk.consumer().page());
        talk.consumer().presses("Ask for a video call");
        talk.consumer().reads("You asked for a video call");
        assertClean("has asked", talk.consumer().page());
        talk.agent().button("Invite to a video call").waitFor();
        assertClean("wish", talk.agent().page());
    }
}
