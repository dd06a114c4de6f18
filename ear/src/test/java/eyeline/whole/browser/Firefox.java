package eyeline.whole.browser;

import eyeline.whole.Debian;
import java.nio.file.Path;
import java.util.Map;

/** The other browser of these tests: Debian's Firefox ESR, or the one that EYELINE_FIREFOX names. Installed if missing, where that may be. */
final class Firefox {
    /** Camera and microphone are made up and allowed; the other browser may be found on this machine. */
    static final Map<String, Object> PREFERENCES = Map.of(
            "media.navigator.streams.fake", true,
            "media.navigator.permission.disabled", true,
            "media.peerconnection.ice.loopback", true,
            "media.peerconnection.ice.obfuscate_host_addresses", false,
            "media.autoplay.default", 0);

    private Firefox() {
    }

    static Path path() {
        return Debian.program("firefox-esr", "EYELINE_FIREFOX", "firefox-esr");
    }
}
