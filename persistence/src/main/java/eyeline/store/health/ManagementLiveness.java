package eyeline.store.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The process works: it can answer this. Never a matter of the database: starting anew would not bring it back. */
@Liveness
@ApplicationScoped
public class ManagementLiveness implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("eyeline").up().build();
    }
}
