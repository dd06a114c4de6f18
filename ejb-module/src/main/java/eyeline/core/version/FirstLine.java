package eyeline.core.version;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says which release starts, before anything of it can fail: so it is the log's first line of Eyeline. */
public class FirstLine implements Extension {
    private static final Logger LOG = System.getLogger("eyeline.version");

    void begin(@Observes BeforeBeanDiscovery event) {
        LOG.log(Level.INFO, "Eyeline {0}", Version.CURRENT);
    }
}
