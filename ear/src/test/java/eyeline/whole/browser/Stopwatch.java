package eyeline.whole.browser;

import com.microsoft.playwright.Frame;
import java.util.Map;

/** When the first sound and the first decoded picture of a page's newest connection came, by the clock that all pages of a machine share. */
record Stopwatch(Frame frame) {

    /** In milliseconds since the epoch. */
    record Firsts(double sound, double picture) {
        double both() {
            return Math.max(sound, picture);
        }
    }

    /** What a page runs first, so that its connections and the last click are watched. Chromium counts anew each 50 ms, and so finely this sees. */
    static final String SCRIPT = """
            (() => {
              const seen = window.__stopwatch = {};
              const now = () => performance.timeOrigin + performance.now();
              addEventListener('click', () => { seen.click = now(); }, true);
              const watch = async peer => {
                const firsts = seen.firsts = {};
                while (!(firsts.sound && firsts.picture) && peer.signalingState !== 'closed') {
                  (await peer.getStats()).forEach(report => {
                    if (report.type !== 'inbound-rtp') return;
                    if (report.kind === 'audio' && report.packetsReceived > 0) firsts.sound ??= now();
                    if (report.kind === 'video' && report.framesDecoded > 0) firsts.picture ??= now();
                  });
                  await new Promise(resolve => setTimeout(resolve, 10));
                }
              };
              const Native = window.RTCPeerConnection;
              window.RTCPeerConnection = class extends Native {
                constructor(...configuration) { super(...configuration); watch(this); }
              };
            })()""";

    /** Waits until both have come since a time. */
    Firsts since(double time) {
        @SuppressWarnings("unchecked")
        var firsts = (Map<String, Object>) frame.evaluate("""
                async time => {
                  const end = performance.now() + 40_000;
                  for (;;) {
                    const {sound, picture} = window.__stopwatch?.firsts ?? {};
                    if (sound > time && picture > time) return {sound, picture};
                    if (performance.now() > end) throw new Error('no sound or no picture came: ' + JSON.stringify({sound, picture, time}));
                    await new Promise(resolve => setTimeout(resolve, 20));
                  }
                }""", time);
        return new Firsts(number(firsts.get("sound")), number(firsts.get("picture")));
    }

    double click() {
        return number(frame.evaluate("() => window.__stopwatch.click"));
    }

    static double number(Object number) {
        return ((Number) number).doubleValue();
    }
}
