package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import eyeline.whole.browser.Network.Machine;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** M3: what a narrow or lossy network leaves of voice and picture. The agent's machine has it, in both directions; said for {@code docs/quality.md}. */
@InBrowsers
@Tag("long")
class WeakNetworkTest {
    private static final int[] WIDTHS_KBPS = {2_600, 1_100, 600, 300, 150};
    /** In so many packets of sound each, 20 ms apart, the call finds its pace, and is measured then. */
    private static final int PACKETS = 500;
    /** "Voice stays clear." */
    private static final double CLEAR = 0.05;

    @Test
    void theVoiceStaysClear(Screens screens) {
        var talk = screens.talkOverTheNetwork();
        for (var kbps : WIDTHS_KBPS) {
            screens.network().narrow(Machine.AGENT, kbps);
            for (var received : measure(talk, kbps + " kbit/s")) {
                assertTrue(received.concealed() < CLEAR, kbps + " kbit/s: " + received);
            }
        }
        screens.network().widen(Machine.AGENT);
        screens.network().loses(5);
        measure(talk, "5 % lost");
    }

    private static List<Received> measure(Talk talk, String what) {
        var sides = List.of(talk.consumer().window(), talk.agent().page().mainFrame());
        receives(sides);
        var received = receives(sides);
        var consumer = received.get(0);
        var agent = received.get(1);
        for (var side : Map.of("agent to consumer", consumer, "consumer to agent", agent).entrySet()) {
            System.out.printf(Locale.ROOT, "Figures: %s, %s: %.1f %% of the voice concealed, %.0f pictures a second of %s%n",
                    what, side.getKey(), side.getValue().concealed() * 100, side.getValue().framesPerSecond(), side.getValue().size());
        }
        return List.of(consumer, agent);
    }

    private record Received(double concealed, double framesPerSecond, String size) {
    }

    /** Of both sides in the same time. */
    private static List<Received> receives(List<Frame> sides) {
        sides.forEach(WeakNetworkTest::begins);
        return sides.stream().map(WeakNetworkTest::ends).toList();
    }

    private static void begins(Frame frame) {
        frame.evaluate("""
                packets => {
                  const measure = async () => {
                    const read = async () => {
                      const reports = [...(await window.__peers.at(-1).getStats()).values()].filter(({type}) => type === 'inbound-rtp');
                      const [audio, video] = ['audio', 'video'].map(kind => reports.find(report => report.kind === kind));
                      return {at: performance.now(), packets: audio.packetsReceived + audio.packetsLost, samples: audio.totalSamplesReceived,
                        concealed: audio.concealedSamples - audio.silentConcealedSamples, frames: video.framesDecoded, size: `${video.frameWidth} × ${video.frameHeight}`};
                    };
                    const before = await read();
                    let now = before;
                    while (now.packets < before.packets + packets) {
                      if (now.at > before.at + 90_000) throw new Error('the voice does not come: ' + JSON.stringify({before, now}));
                      await new Promise(resolve => setTimeout(resolve, 100));
                      now = await read();
                    }
                    const frames = now.frames - before.frames;
                    return {concealed: (now.concealed - before.concealed) / (now.samples - before.samples), rate: frames * 1000 / (now.at - before.at),
                      size: frames ? now.size : 'none: paused'};
                  };
                  window.__measured = measure();
                }""", PACKETS);
    }

    private static Received ends(Frame frame) {
        @SuppressWarnings("unchecked")
        var got = (Map<String, Object>) frame.evaluate("() => window.__measured");
        return new Received(Stopwatch.number(got.get("concealed")), Stopwatch.number(got.get("rate")), (String) got.get("size"));
    }
}
