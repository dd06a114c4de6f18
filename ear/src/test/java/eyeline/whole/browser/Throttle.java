package eyeline.whole.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * The network of one page in Chromium, as slow and as lossy as a test wants it. It must be set before the page makes a
 * connection to another browser, or that one stays free; and never without any delay, or Chromium lets go of it for good.
 */
final class Throttle {
    private static final int DELAY_MS = 5;
    private final CDPSession chromium;

    Throttle(Page page) {
        chromium = page.context().newCDPSession(page);
        chromium.send("Network.enable");
    }

    void gives(int kbps) {
        gives(kbps, 0);
    }

    /** In each direction. */
    void gives(int kbps, int lostPercent) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", DELAY_MS);
        conditions.addProperty("downloadThroughput", kbps * 125);
        conditions.addProperty("uploadThroughput", kbps * 125);
        conditions.addProperty("packetLoss", lostPercent);
        conditions.addProperty("packetQueueLength", 0);
        conditions.addProperty("packetReordering", false);
        chromium.send("Network.emulateNetworkConditions", conditions);
    }
}
