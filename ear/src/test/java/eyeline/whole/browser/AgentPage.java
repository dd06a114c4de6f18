package eyeline.whole.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Scene;
import java.util.regex.Pattern;

/** The agent workspace, used by the words that a person sees. */
record AgentPage(Page page) {

    static AgentPage logsIn(Product product, Page page, String user) {
        return logsIn(product, page, Scene.ACCOUNT, user);
    }

    static AgentPage logsIn(Product product, Page page, String account, String user) {
        page.navigate(product.origin() + "/agent/");
        return logsInHere(page, account, user);
    }

    /** On a page that asks who it is. */
    static AgentPage logsInHere(Page page, String account, String user) {
        page.getByLabel("Account").fill(account);
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(AgentDesk.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        var agent = new AgentPage(page);
        PlaywrightAssertions.assertThat(agent.button("Availability")).isVisible();
        agent.becomes("Online");
        return agent;
    }

    Media media() {
        return Media.of(page);
    }

    /** Chooses an availability, unless it is chosen already. */
    void becomes(String availability) {
        if (!button("Availability").getAttribute("aria-label").contains(availability)) {
            button("Availability").click();
            page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(availability)).click();
        }
    }

    /** Takes the conversation that rings. */
    void takesWhoWaits() {
        page.getByRole(AriaRole.ARTICLE).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept")).first().click();
        PlaywrightAssertions.assertThat(composer()).isVisible();
    }

    Locator composer() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Write to")));
    }

    void writes(String text) {
        composer().fill(text);
        composer().press("Enter");
    }

    void reads(String text) {
        // the list beside may show the text too, hidden on a phone
        PlaywrightAssertions.assertThat(page.getByText(text).locator("visible=true").first()).isVisible();
    }

    /** "Video call" or "Voice call". */
    void invitesTo(String call) {
        invitation(call).click();
        PlaywrightAssertions.assertThat(button("Cancel invitation")).isVisible();
    }

    /** The button that invites to a "Video call" or a "Voice call"; the list beside may name one too. */
    Locator invitation(String call) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(call).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    void presses(String name) {
        button(name).click();
    }

    /** Answers the question that stands above the page. */
    void answers(String words) {
        page.locator("eye-dialog[open]").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).click();
    }

    /** The conversation is over for good. */
    void closesTheConversation() {
        button("More for this conversation").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Close conversation")).click();
        answers("Close conversation");
    }
}
