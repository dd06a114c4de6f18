package eyeline.store.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness on the management port, with why. Not there, and not missed, where WildFly has no MicroProfile Health. */
@Readiness
@ApplicationScoped
public class ManagementReadiness implements HealthCheck {

    @Inject
    ManagementHealth health;

    @Override
    public HealthCheckResponse call() {
        var why = health.obstacle();
        var answer = HealthCheckResponse.named("eyeline").status(why.isEmpty());
        return why.map(words -> answer.withData("why", words)).orElse(answer).build();
    }
}
