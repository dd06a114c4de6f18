package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import eyeline.whole.wire.Body;
import org.junit.jupiter.api.Test;

/** A consumer asks for a call (C10), and the agent invites. */
@InBrowsers
class WishInBrowsersTest {
    private static final String ASK_VOICE = "Ask for a voice call";
    private static final String ASK_VIDEO = "Ask for a video call";

    @Test
    void theAgentSeesTheWishAndInvitesToJustThat(Screens screens) {
        var brand = new BrandPages(screens);
        brand.set("consumerMayAsk", true, "texts", Body.of("en", Body.of("ASKED_VIDEO", "<i>Please call me</i>")));
        var talk = brand.talk();
        talk.consumer().presses(ASK_VIDEO);
        talk.consumer().reads("You asked for a video call");
        talk.consumer().reads("<i>Please call me</i>");
        assertThat(talk.consumer().button(ASK_VIDEO)).isHidden();
        talk.agent().reads("<i>Please call me</i>");
        talk.agent().presses("Invite to a video call");
        assertThat(talk.agent().button("Cancel invitation")).isVisible();
        talk.consumer().isInvited();
        talk.consumer().presses("Accept with video");
        talk.consumer().media().flows();
        talk.agent().media().flows();
        assertThat(talk.agent().button("Invite to a video call")).isHidden();
        talk.agent().presses("Hang up");
        talk.isOver();
        assertThat(talk.agent().button("Invite to a video call")).isHidden();
    }

    @Test
    void thereIsNoButtonUnlessTheAccountWantsItAndNoneForAModeThatIsOff(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        assertThat(talk.consumer().button(ASK_VOICE)).isHidden();
        assertThat(talk.consumer().button(ASK_VIDEO)).isHidden();
        brand.set("consumerMayAsk", true, "video", false);
        talk.consumer().presses("Close the window");
        talk.consumer().presses("Open messages");
        assertThat(talk.consumer().button(ASK_VOICE)).isVisible();
        assertThat(talk.consumer().button(ASK_VIDEO)).isHidden();
        // and one that was switched off meanwhile is refused in words
        brand.set("consumerMayAsk", false);
        talk.consumer().presses(ASK_VOICE);
        talk.consumer().reads("Calls cannot be asked for here.");
        assertThat(talk.consumer().button(ASK_VOICE)).isHidden();
    }
}
