package eyeline.store.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the management port is told of this deployment. It stands in this module because WildFly finds the checks of an EAR in the EAR's own libraries
 * alone: not in its EJB module, not in its web modules.
 */
@ApplicationScoped
public class ManagementHealth {
    private volatile Supplier<Optional<String>> obstacle = () -> Optional.of("the start is not through");

    /** {@code obstacle}: why nobody may be sent here; nothing if people may. */
    public void ask(Supplier<Optional<String>> obstacle) {
        this.obstacle = obstacle;
    }

    Optional<String> obstacle() {
        return obstacle.get();
    }
}
