package eyeline.whole.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import java.util.regex.Pattern;

/** A console, used by the words that a person sees. */
record ConsolePage(Page page) {
    /** An administrator in the console of the own account. */
    static ConsolePage logsIn(Product product, Page page, String account, String user) {
        page.navigate(product.origin() + "/console/");
        page.getByLabel("Account").fill(account);
        return entered(page, user);
    }

    /** The sample's operator in the backend console. */
    static ConsolePage ofTheOperator(Product product, Page page) {
        page.navigate(product.origin() + "/backend/");
        return entered(page, "operator1");
    }

    private static ConsolePage entered(Page page, String user) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(AgentDesk.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        PlaywrightAssertions.assertThat(page.locator("eye-frame")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("eye-frame .version")).hasText("Eyeline " + System.getProperty("eyeline.version"));
        return new ConsolePage(page);
    }

    /** Chooses a view in the navigation; it is there when its heading is. */
    void opens(String view) {
        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(view)).first().click();
        PlaywrightAssertions.assertThat(heading(view)).isVisible();
    }

    Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true)).first();
    }

    Locator field(String label) {
        return page.getByLabel(label).first();
    }

    Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true)).first();
    }

    Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true)).first();
    }

    void presses(String words) {
        button(words).click();
    }

    /** Answers the question that stands above the page. */
    void answers(String words) {
        var question = page.locator("eye-dialog[open]");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).click();
        PlaywrightAssertions.assertThat(question).hasCount(0);
    }

    /** Answers it with something that is refused, so that it stays. */
    void answersWrongly(String words) {
        var question = page.locator("eye-dialog[open]");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).click();
        PlaywrightAssertions.assertThat(page.locator("[aria-invalid=true]")).isVisible();
    }

    void isAsked(String question) {
        PlaywrightAssertions.assertThat(page.locator("eye-dialog[open]").getByRole(AriaRole.HEADING,
                new Locator.GetByRoleOptions().setName(question))).isVisible();
    }

    /** Waits for what the console says in a corner. */
    void hears(String words) {
        PlaywrightAssertions.assertThat(page.locator("eye-toasts .toast").getByText(words)).isVisible();
    }

    /** The field is wrong, says so, and has the focus. */
    void isWrong(Locator field, String why) {
        PlaywrightAssertions.assertThat(field).hasAttribute("aria-invalid", "true");
        PlaywrightAssertions.assertThat(field).isFocused();
        PlaywrightAssertions.assertThat(field).hasAccessibleDescription(containing(why));
    }

    /** Playwright hands the pattern to JavaScript, which knows no quoting. */
    static Pattern containing(String words) {
        return Pattern.compile(words.replaceAll("[{}().\\[\\]]", "\\\\$0"));
    }

    /** Presses Tab until something of this name has the focus. */
    void tabsTo(String name) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if (name.equals(focused())) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + name + ", but was last on " + focused());
    }

    /** What a person would call what has the focus. */
    private Object focused() {
        return page.evaluate("""
                () => {
                  let at = document.activeElement;
                  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                  const label = at?.labels?.[0]?.firstChild?.textContent;
                  return (at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '').trim();
                }""");
    }
}
