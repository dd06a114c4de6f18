package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What flows into one side of a call, asked of the browser itself. */
record Media(Frame frame) {

    record Received(double energy, long frames, long audioPackets) {
    }

    Received received() {
        @SuppressWarnings("unchecked")
        var got = (Map<String, Object>) frame.evaluate(Watching.RECEIVED);
        return new Received(number(got, "energy").doubleValue(), number(got, "frames").longValue(),
                number(got, "audioPackets").longValue());
    }

    private static Number number(Map<String, Object> got, String name) {
        return (Number) got.get(name);
    }

    /** Waits until this many more pictures and some more sound have come in. */
    void flows() {
        grows("now.frames > before.frames + 10 && now.energy > before.energy");
    }

    /** Waits for the first sound packet that comes from now on. */
    void firstComes() {
        frame.evaluate("""
                async () => {
                  const packets = async () => (await (%s)()).audioPackets;
                  const before = await packets();
                  const end = performance.now() + 40_000;
                  while (await packets() === before) {
                    if (performance.now() > end) throw new Error('no sound comes');
                    await new Promise(resolve => setTimeout(resolve, 20));
                  }
                }""".formatted(Watching.RECEIVED));
    }

    void soundFlows() {
        grows("now.energy > before.energy && now.audioPackets > before.audioPackets + 50");
    }

    void picturesFlow() {
        grows("now.frames > before.frames + 10");
    }

    /** Waits until the page plays what it receives, so that a person hears it. */
    void isHeard() {
        frame.evaluate(Watching.HEARD);
    }

    /** What the newest connection was given, as JSON. */
    String configuration() {
        return (String) frame.evaluate("() => JSON.stringify(window.__peers.at(-1).getConfiguration())");
    }

    /** What each of our own tracks may use at most: `audio 64000, video 2536000`. */
    String caps() {
        return (String) frame.evaluate("() => window.__peers.at(-1).getSenders().filter(s => s.track)"
                + ".map(s => s.track.kind + ' ' + s.getParameters().encodings[0].maxBitrate).sort().join(', ')");
    }

    /** Waits until the browser has looked for every way that it may take, or looks for none any more. */
    void hasGathered() {
        frame.waitForFunction("() => window.__peers.at(-1)?.iceGatheringState === 'complete' || window.__peers.at(-1)?.signalingState === 'closed'");
    }

    /** Waits until sound packets have come for about two seconds, and answers what came in that time. */
    Received duringAHundredPackets() {
        var before = received();
        grows("now.audioPackets > before.audioPackets + 100");
        var after = received();
        return new Received(after.energy() - before.energy(), after.frames() - before.frames(),
                after.audioPackets() - before.audioPackets());
    }

    /** Waits until no pictures come any more, while sound goes on. */
    void picturesStop() {
        for (int i = 0; i < 5; i++) {
            if (duringAHundredPackets().frames() == 0) {
                return;
            }
        }
        throw new AssertionError("pictures still come");
    }

    /** Waits until sound packets are silent. */
    void soundStops() {
        var energies = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) {
            energies.add(duringAHundredPackets().energy());
            if (energies.get(i) == 0) {
                return;
            }
        }
        throw new AssertionError("there is still sound: energies of two seconds each " + energies);
    }

    /** Waits in the page itself, where time is cheap, until the fact is true of what came in since. */
    private void grows(String fact) {
        frame.evaluate("""
                async () => {
                  const read = %s;
                  const before = await read();
                  const end = performance.now() + 30_000;
                  for (let now = before; !(%s); now = await read()) {
                    if (performance.now() > end) throw new Error('never so: %s; ' + JSON.stringify({before, now}));
                    await new Promise(resolve => setTimeout(resolve, 100));
                  }
                }""".formatted(Watching.RECEIVED, fact, fact));
    }

    /** How often something was done on this page: getUserMedia, peers, localDescriptions, candidates, offers. */
    int count(String what) {
        return ((Number) frame.evaluate("what => window.__seen[what]", what)).intValue();
    }

    void nothingWasOpened() {
        for (var what : List.of("getUserMedia", "localDescriptions", "candidates")) {
            assertEquals(0, count(what), what);
        }
    }

    static Media of(Page page) {
        return new Media(page.mainFrame());
    }
}
