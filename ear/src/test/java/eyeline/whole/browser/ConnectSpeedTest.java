package eyeline.whole.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the press on Accept to the first sound and the first picture: of Eyeline, and by turns of the smallest pages that do the same, two tabs
 * whose connections signal over a BroadcastChannel.
 */
@InBrowsers
@Tag("alone")
class ConnectSpeedTest {
    private static final String ORIGIN = "https://bare.example/";
    private static final String BARE = """
            <!doctype html><title>Bare</title><button>Accept</button><video autoplay playsinline muted></video>
            <script>
              const channel = new BroadcastChannel('bare');
              const calls = location.hash === '#calls';
              let peer, stream;
              const devices = () => navigator.mediaDevices.getUserMedia({audio: true, video: {width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30}}});
              const say = message => channel.postMessage(JSON.stringify(message));
              const begin = async () => {
                peer = new RTCPeerConnection();
                peer.onicecandidate = ({candidate}) => say({candidate});
                peer.ontrack = ({streams}) => { document.querySelector('video').srcObject = streams[0]; };
                stream = await devices();
                stream.getTracks().forEach(track => peer.addTrack(track, stream));
              };
              let turn = Promise.resolve();
              const take = async ({accepted, over, description, candidate}) => {
                if (over) end();
                if (accepted) {
                  await begin();
                  await peer.setLocalDescription();
                  say({description: peer.localDescription});
                }
                if (description) {
                  await begun;
                  await peer.setRemoteDescription(description);
                  if (!calls) {
                    await peer.setLocalDescription();
                    say({description: peer.localDescription});
                  }
                }
                if (candidate) await peer.addIceCandidate(candidate);
              };
              channel.onmessage = ({data}) => { turn = turn.then(() => take(JSON.parse(data))); };
              let begun;
              document.querySelector('button').onclick = () => { say({accepted: true}); begun = begin(); };
              const end = () => { peer.close(); stream.getTracks().forEach(track => track.stop()); };
              window.hangUp = () => { say({over: true}); end(); };
            </script>""";

    private final Figures sound = new Figures("Accept to first sound, Eyeline");
    private final Figures picture = new Figures("Accept to first picture, Eyeline");
    private final Figures bareSound = new Figures("Accept to first sound, bare RTCPeerConnection");
    private final Figures barePicture = new Figures("Accept to first picture, bare RTCPeerConnection");

    @Test
    void anAcceptedCallConnectsAsFastAsTheBrowserCan(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(watched(screens)));
        var bare = watched(screens);
        var caller = open(screens, bare, "#calls");
        var called = open(screens, bare, "");
        for (int i = 0; i < Figures.SAMPLES; i++) {
            ours(talk);
            theirs(called);
        }
        caller.close();
        for (var figures : new Figures[] {sound, bareSound, picture, barePicture}) {
            figures.print();
        }
    }

    private void ours(Talk talk) {
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        measure(new Stopwatch(talk.consumer().window()), sound, picture);
        talk.consumer().presses("Hang up");
        talk.isOver();
        talk.consumer().presses("Back to the conversation");
    }

    private void theirs(Page called) {
        called.click("button");
        measure(new Stopwatch(called.mainFrame()), bareSound, barePicture);
        called.evaluate("() => window.hangUp()");
    }

    private static void measure(Stopwatch stopwatch, Figures sound, Figures picture) {
        var accepted = stopwatch.click();
        var firsts = stopwatch.since(accepted);
        sound.add(firsts.sound() - accepted);
        picture.add(firsts.picture() - accepted);
    }

    private static BrowserContext watched(Screens screens) {
        return screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, Stopwatch.SCRIPT);
    }

    private static Page open(Screens screens, BrowserContext context, String hash) {
        var page = screens.page("bare" + hash, context);
        page.route(ORIGIN + "**", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(BARE)));
        page.navigate(ORIGIN + hash);
        return page;
    }
}
