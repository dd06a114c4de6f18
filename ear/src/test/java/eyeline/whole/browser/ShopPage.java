package eyeline.whole.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.Product;

/** The brand's page with Eyeline's window in it, used by the words that a person sees. */
record ShopPage(Page page, Frame window) {

    static ShopPage opens(Product product, Page page) {
        return opens(product, page, product.shop() + "/");
    }

    /** Any page with the tag. */
    static ShopPage opens(Product product, Page page, String address) {
        page.navigate(address);
        var shop = new ShopPage(page, frame(product, page));
        var launcher = shop.window.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Open messages"));
        if (!shop.composer().isVisible()) {
            launcher.click();
        }
        PlaywrightAssertions.assertThat(shop.composer()).isVisible();
        return shop;
    }

    /** A page that was loaded while its consumer is in a call. */
    static ShopPage inCall(Product product, Page page) {
        var shop = new ShopPage(page, frame(product, page));
        PlaywrightAssertions.assertThat(shop.button("Hang up")).isVisible();
        return shop;
    }

    private static Frame frame(Product product, Page page) {
        var address = product.origin() + "/window/";
        if (page.frames().stream().noneMatch(f -> f.url().startsWith(address))) {
            page.waitForCondition(() -> page.frames().stream().anyMatch(f -> f.url().startsWith(address)));
        }
        var frame = page.frames().stream().filter(f -> f.url().startsWith(address)).findFirst().orElseThrow();
        frame.waitForSelector("button");
        return frame;
    }

    Media media() {
        return new Media(window);
    }

    Locator composer() {
        return window.getByRole(AriaRole.TEXTBOX, new Frame.GetByRoleOptions().setName("Write a message"));
    }

    /** Key by key: filling a field of a frame does nothing in Firefox over WebDriver BiDi. */
    void writes(String text) {
        composer().pressSequentially(text);
        composer().press("Enter");
    }

    void reads(String text) {
        PlaywrightAssertions.assertThat(window.getByText(text).first()).isVisible();
    }

    Locator button(String name) {
        return window.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(name)).first();
    }

    void presses(String name) {
        button(name).click();
    }

    void isInvited() {
        PlaywrightAssertions.assertThat(window.getByText("invites you to a")).isVisible();
    }
}
