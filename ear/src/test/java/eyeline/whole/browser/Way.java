package eyeline.whole.browser;

import java.util.Map;

/** The way that media takes from one side of a call, read from {@code getStats}: the local candidate of the selected pair. */
record Way(String candidateType, String relayProtocol, String url) {
    private static final String SELECTED = """
            async () => {
              for (const peer of window.__peers.filter(({connectionState}) => connectionState === 'connected')) {
                const stats = await peer.getStats();
                for (const transport of stats.values()) {
                  const pair = transport.type === 'transport' && stats.get(transport.selectedCandidatePairId);
                  if (pair) return stats.get(pair.localCandidateId);
                }
              }
              return null;
            }""";

    static Way of(Media media) {
        return read(media.frame().evaluate("async () => await (" + SELECTED + ")()"));
    }

    /** Waits until media takes another way than over this port. */
    static Way otherThan(int port, Media media) {
        return read(media.frame().evaluate("""
                async port => {
                  const selected = %s;
                  const end = performance.now() + 30_000;
                  for (let now = await selected(); ; now = await selected()) {
                    if (now && !now.url?.includes(':' + port)) return now;
                    if (performance.now() > end) throw new Error('still over ' + JSON.stringify(now));
                    await new Promise(resolve => setTimeout(resolve, 50));
                  }
                }""".formatted(SELECTED), port));
    }

    @SuppressWarnings("unchecked")
    private static Way read(Object candidate) {
        if (candidate == null) {
            throw new AssertionError("nothing is connected");
        }
        var got = (Map<String, Object>) candidate;
        return new Way((String) got.get("candidateType"), (String) got.get("relayProtocol"), (String) got.get("url"));
    }

    int port() {
        return Integer.parseInt(url.replaceAll(".*:([0-9]+).*", "$1"));
    }
}
