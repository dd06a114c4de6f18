package eyeline.whole.browser;

/** What every page runs first: it counts what a call would open, and keeps the peer connections for {@code getStats}. */
final class Watching {

    static final String SCRIPT = """
            (() => {
              const seen = window.__seen = {getUserMedia: 0, cameras: 0, peers: 0, localDescriptions: 0, candidates: 0, offers: 0};
              window.__peers = [];
              const Native = window.RTCPeerConnection;
              if (Native) {
                window.RTCPeerConnection = class extends Native {
                  constructor(...configuration) {
                    super(...configuration);
                    seen.peers++;
                    window.__peers.push(this);
                    this.addEventListener('icecandidate', ({candidate}) => { if (candidate) seen.candidates++; });
                  }
                  async setLocalDescription(...description) {
                    seen.localDescriptions++;
                    await super.setLocalDescription(...description);
                    if (this.localDescription?.type === 'offer') seen.offers++;
                  }
                };
              }
              if (navigator.mediaDevices) {
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = wanted => {
                  seen.getUserMedia++;
                  if (wanted.video) seen.cameras++;
                  return open(wanted);
                };
              }
            })()""";

    /** What is received now: energy of sound, decoded frames; both only grow while media flows. */
    static final String RECEIVED = """
            async () => {
              const got = {energy: 0, frames: 0, audioPackets: 0};
              for (const peer of window.__peers) {
                (await peer.getStats()).forEach(report => {
                  if (report.type !== 'inbound-rtp') return;
                  if (report.kind === 'audio') { got.energy += report.totalAudioEnergy ?? 0; got.audioPackets += report.packetsReceived ?? 0; }
                  if (report.kind === 'video') got.frames += report.framesDecoded ?? 0;
                });
              }
              return got;
            }""";

    /** Whether the page plays a voice: an element with sound that is not muted and whose time goes on. */
    static final String HEARD = """
            async () => {
              const inside = root => [...root.querySelectorAll('*')].flatMap(each => [each, ...(each.shadowRoot ? inside(each.shadowRoot) : [])]);
              const time = () => Math.max(0, ...inside(document)
                .filter(each => each instanceof HTMLMediaElement && !each.muted && each.volume > 0 && each.srcObject?.getAudioTracks().length)
                .map(each => each.currentTime));
              const end = performance.now() + 20_000;
              for (const before = time(); time() < before + 0.5;) {
                if (performance.now() > end) throw new Error('no voice is played');
                await new Promise(resolve => setTimeout(resolve, 100));
              }
            }""";

    private Watching() {
    }
}
