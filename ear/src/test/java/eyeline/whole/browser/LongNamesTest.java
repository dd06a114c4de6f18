package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The length of a name or a text moves no button out of reach: window and workspace, from the first message to the end of a call. */
@InBrowsers
class LongNamesTest {
    private static final String AGENT = "long";

    @Test
    void aLongNameLeavesEveryButtonOfACallInReach(Screens screens) {
        walk(screens, LongNames.UNBROKEN);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"WITH_BLANKS", "WIDE_SCRIPT", "RIGHT_TO_LEFT", "EMOJI"})
    void soDoNamesOfEveryKind(String kind, Screens screens) throws ReflectiveOperationException {
        walk(screens, (String) LongNames.class.getDeclaredField(kind).get(null));
    }

    private static void walk(Screens screens, String name) {
        var pages = new BrandPages(screens);
        named(pages.brand(), name);
        var product = screens.product();
        var agent = AgentPage.logsIn(product, screens.page(AGENT, screens.context(Devices.ONE_CAMERA, Screens.ALLOWED)), pages.brand().account(), AGENT);
        Reach.ofAll("nobody waits", agent.page());
        agent.presses("settings and log-out");
        Reach.ofAll("the own menu", agent.page());
        agent.page().keyboard().press("Escape");
        var consumer = pages.consumer();
        Reach.ofAll("before the first message", consumer.page(), consumer.window());
        consumer.writes(name);
        assertThat(agent.page().getByRole(AriaRole.ARTICLE)).isVisible();
        Reach.ofAll("one waits", agent.page());
        agent.takesWhoWaits();
        agent.writes(name + name);
        consumer.reads(name);
        Consumer.signsUp(product.api(), pages.brand().account()).opensTab().begins();
        assertThat(agent.page().getByRole(AriaRole.ARTICLE).first()).isAttached();
        Reach.ofAll("conversation and one waits", agent.page());
        Reach.ofAll("conversation", consumer.page(), consumer.window());
        var talk = new Talk(screens, agent, consumer);
        talk.isInvitedTo("Video call");
        Reach.ofAll("inviting", agent.page());
        Reach.ofAll("invited", consumer.page(), consumer.window());
        consumer.presses("Accept with video");
        consumer.media().flows();
        agent.media().flows();
        Reach.ofAll("call", agent.page());
        Reach.ofAll("call", consumer.page(), consumer.window());
        consumer.presses("Messages");
        consumer.presses("Devices and call");
        Reach.ofAll("devices, and the call beside messages", consumer.page(), consumer.window());
        consumer.page().keyboard().press("Escape");
        consumer.presses("Turn camera off");
        agent.presses("Mute microphone");
        assertThat(consumer.window().getByText("Muted").first()).isVisible();
        Reach.ofAll("muted and unseen", agent.page());
        Reach.ofAll("muted and unseen", consumer.page(), consumer.window());
        consumer.presses("Hang up");
        talk.isOver();
        Reach.ofAll("after the call", agent.page());
        Reach.ofAll("after the call", consumer.page(), consumer.window());
    }

    private static void named(Brand brand, String name) {
        var id = brand.user(AGENT, "AGENT", "AGENT_MANAGER");
        Brand.made(brand.admin().change(brand.configuration("le-users/users/" + id), Body.of("fullName", name)));
        Brand.made(brand.operator().change(brand.operators(), Body.of("name", name)));
    }
}
